/**
 * The document model, and the readers that make it from files. Nothing here has a side effect at import, so who needs
 * the model alone (the web app) is not given the Markdown parser: the bundler leaves out what isn't used.
 */

export type { FilesBeside } from './beside/beside.ts';
export { blockId } from './block-id.ts';
export {
  type Asset,
  DIAGNOSTIC_CODES,
  Diagnostic,
  DiagnosticCode,
  DiagnosticPlace,
  placeInWords,
  type Reading,
} from './diagnostic.ts';
export { canMerge, dropBlock, mergeWithPrevious, setLevel, splitBlock } from './edit.ts';
export { FORMAT_NAMES, FORMATS, type Format } from './formats.ts';
export { imageType } from './images.ts';
export { picturesOf } from './in-line.ts';
export { type Inspection, inspectArticle } from './inspect.ts';
export { keepIds } from './keep-ids.ts';
export { formulaFromTex } from './mathml/from-tex.ts';
export { Mending, mended, withMending } from './mending.ts';
export * from './model.ts';
export * from './passages.ts';
export { Progress, STAGES } from './progress.ts';
export { beginning } from './quoted.ts';
export { type ReadArticle, type ReadOptions, type ReadResult, readArticle } from './read-article.ts';
export { failure, READ_ERRORS, type ReadErrorCode, type ReadFailure, refused } from './read-error.ts';
export { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.ts';
export {
  ENGLISH_REFUSALS,
  OTHER_FORMATS,
  type OtherFormat,
  RefusalFacts,
  RefusalSaying,
  type RefusalSentences,
} from './refusals.ts';
export { ENGLISH, type Facts, type Saying, type Sentence, WHYS } from './sayings.ts';
