/**
 * The document model, and the readers that make it from files. Nothing here has a side effect at import, so who needs
 * the model alone (the web app) is not given the Markdown parser: the bundler leaves out what isn't used.
 */
export { DIAGNOSTIC_CODES, Diagnostic, DiagnosticCode, type Reading } from './diagnostic.ts';
export { FORMATS, type Format, guessFormat } from './guess-format.ts';
export { type Inspection, inspectArticle } from './inspect.ts';
export { readMarkdown } from './markdown/read-markdown.ts';
export * from './model.ts';
export * from './passages.ts';
export {
  DEFAULT_READ_LIMITS,
  type ReadLimits,
  type ReadOptions,
  type ReadResult,
  readArticle,
} from './read-article.ts';
export { READ_ERRORS, type ReadErrorCode, type ReadFailure } from './read-error.ts';
export { readText } from './text/read-text.ts';
