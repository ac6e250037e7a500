import { ENGLISH_REFUSALS, type RefusalFacts, type RefusalSaying } from './refusals.ts';

/** Why a source can't be read, each with a sentence that says what to do. Codes are never renamed. */
export const READ_ERRORS = {
  'article/too-large': 'The file is larger than this seminar takes. Import it in parts, or leave out what is no text.',
  'article/unsupported-format':
    'This format can’t be read. Save it as Word, HTML, Markdown or plain text and import that.',
  'article/not-text': 'This is no text in UTF-8. Save it as plain text or Markdown in UTF-8 and import that.',
  'article/ill-formed-text':
    'The text holds characters that are no text (NUL or half a surrogate pair). Take them out.',
  'article/empty': 'There is no paragraph in this file. Check that it is the right one.',
  'article/no-title': 'The text has no title. Put it on the first line, above an empty one.',
  'article/too-tangled': 'The file is nested or marked up beyond reading. Simplify it, or import it as plain text.',
  'article/damaged': 'The file is damaged or not what it seems to be. Save it anew, or export it in another format.',
  'article/unsafe-archive':
    'The file unpacks to far more than a document holds, or has paths that lead out of it. It was not opened.',
  'article/no-document':
    'There is no article in this archive. Put the text and its pictures into it: HTML, JATS, Markdown, Word, PDF or plain text.',
  'article/several-documents':
    'There is more than one text in this archive. Bring the article with its pictures alone.',
  'article/scanned':
    'The pages of this PDF are pictures without text, as a scanner leaves them. Have the text recognised (OCR), and import that.',
  'article/encrypted': 'The file is protected by a password. Save it without one and import that.',
  'article/out-of-bounds':
    'Reading this file took more time or memory than an import may take. Import it in parts, or in another format.',
} as const satisfies Record<string, string>;

/** One of the reasons in `READ_ERRORS`. */
export type ReadErrorCode = keyof typeof READ_ERRORS;

/** That a source can't be read, and why. */
export interface ReadFailure {
  ok: false;
  code: ReadErrorCode;
  /** A sentence for people that says what to do. */
  message: string;
  /** The sentence and its facts, where it says more than the code does. */
  saying?: RefusalSaying;
  facts?: RefusalFacts;
}

/** The failure with this code, in its own words. */
export const failure = (code: ReadErrorCode): ReadFailure => ({ ok: false, code, message: READ_ERRORS[code] });

/** The failure with this code, said with its facts. */
export const refused = (code: ReadErrorCode, saying: RefusalSaying, facts: RefusalFacts = {}): ReadFailure => ({
  ok: false,
  code,
  message: ENGLISH_REFUSALS[saying](facts),
  saying,
  facts,
});
