/**
 * Why a source can't be read, where more can be said than its code says: each sentence has a name, and facts that it is made of. In
 * English it stands here, for the command line and for whoever knows no better; the web app says the same in its languages.
 */
import { z } from 'zod';
import { quoted } from './quoted.ts';

/** Formats that are known, and can't be read. */
export const OTHER_FORMATS = [
  'odt',
  'epub',
  'xlsx',
  'pptx',
  'doc',
  'compressed',
  'picture',
  'rtf',
  'postscript',
  'latex',
] as const;
export type OtherFormat = (typeof OTHER_FORMATS)[number];

export const RefusalFacts = z.object({
  /** What there is, and what is allowed, as it is said: megabytes, pages, seconds. */
  have: z.number().optional(),
  most: z.number().optional(),
  /** What it is about, as it stands in the source. */
  words: z.string().optional(),
  /** Files, and how many more there are. */
  names: z.array(z.string()).optional(),
  more: z.number().optional(),
  format: z.enum(OTHER_FORMATS).optional(),
});
/** What a sentence is made of. */
export type RefusalFacts = z.infer<typeof RefusalFacts>;

type RefusalSentence = (facts: RefusalFacts) => string;

const MEGABYTE = 1024 * 1024;

/** Sizes in bytes as facts, in megabytes: `33.6` of `32`. What is too large never has as few as are allowed. */
export const sizes = (have: number, most: number): Pick<RefusalFacts, 'have' | 'most'> => ({
  have: Math.ceil((10 * have) / MEGABYTE) / 10,
  most: Math.floor((10 * most) / MEGABYTE) / 10,
});

const q = (text: string | undefined): string => quoted(text ?? '');
const counted = (count = 0): string => count.toLocaleString('en');

const SAVE_AS_WORD = 'Open it in Word or LibreOffice, save it as a Word document (.docx), and import that.';

const UNREADABLE: Readonly<Record<OtherFormat, string>> = {
  odt: 'This is an OpenDocument text (ODT), which can’t be read. Open it in LibreOffice, save it as a Word document (.docx), and import that.',
  epub: 'This is an e-book (EPUB), which can’t be read. Save the one text that is to be read as a web page or a Word document (.docx), and import that.',
  xlsx: 'This is a spreadsheet (XLSX), which can’t be read. Put the table into a text document (.docx) and import that.',
  pptx: 'This is a presentation (PPTX), which can’t be read. Save its text as a Word document (.docx) or a PDF and import that.',
  doc: `This is an old Word document (DOC), which can’t be read. ${SAVE_AS_WORD}`,
  compressed:
    'This is a compressed file, which can’t be read. Unpack it, or pack the article and its pictures as a ZIP archive.',
  picture:
    'This is a picture, which can’t be read. If it shows a page, have its text recognised (OCR) and import that; pictures of an article are brought along with it.',
  rtf: `This is an RTF document, which can’t be read. ${SAVE_AS_WORD}`,
  postscript: 'This is a PostScript file, which can’t be read. Turn it into a PDF (ps2pdf does) and import that.',
  latex:
    'This is a LaTeX document, which can’t be read. Import the PDF that is made from it, or turn it into a Word document (pandoc paper.tex -o paper.docx).',
};

/** Every sentence, in English. */
export const ENGLISH_REFUSALS = {
  'file-too-large': ({ have, most }) =>
    `The file has ${have} MB, and at most ${most} MB can be read. Import it in parts, or leave out what is no text.`,
  'text-too-large': ({ have, most }) =>
    `The text has ${have} MB, and at most ${most} MB of plain text can be read. Import it in parts.`,
  'too-many-letters': ({ most }) =>
    `There are more than ${counted(most)} characters in this file, which is all that can be read. Import it in parts.`,
  'too-many-pages': ({ have, most }) =>
    `The file has ${counted(have)} pages, and at most ${counted(most)} can be read. Import it in parts.`,
  'too-long': ({ most }) =>
    `Reading this file took more than ${counted(most)} seconds, which is all that an import may take. Import it in parts, or in another format.`,
  'too-much-memory': ({ most }) =>
    `Reading this file took more than ${counted(most)} MB of memory, which is all that an import may take. Import it in parts, or in another format.`,
  'too-deep': ({ most }) =>
    `In this file more than ${counted(most)} elements lie within each other. Simplify it, or import it as plain text.`,
  'pages-are-pictures': ({ have = 0 }) =>
    `${have === 1 ? 'The page of this PDF is a picture' : `All ${counted(have)} pages of this PDF are pictures`} without text, as a scanner leaves them. Have the text recognised (OCR), and import that.`,
  'too-many-files': ({ most }) =>
    `There are more than ${counted(most)} files in this archive. Bring the article with its own pictures alone.`,
  'unpacks-to-much': ({ most }) =>
    `The file unpacks to more than ${most} MB, which no document holds. It was not opened. Bring the article with its own pictures alone.`,
  'leads-out': ({ words }) =>
    `The archive has a path that leads out of it, ${q(words)}. It was not opened. Pack it anew.`,
  'old-encoding': () =>
    'This text is not in UTF-8 but in an older encoding, such as Windows-1252. Open it in the editor that it was written with, save it with the encoding UTF-8, and import that.',
  'other-encoding': ({ words }) => `The file is not in the encoding that it says (${q(words)}). Save it in UTF-8.`,
  'ill-formed-xml': ({ words }) => `The XML is not well-formed: ${q(words)}. Export it anew.`,
  'no-word-document': () => 'There is no Word document in this file. Save it anew as .docx.',
  'other-xml': ({ words }) => `This is XML, but no article: it begins with ${q(words)}. Import JATS.`,
  'other-format': ({ format = 'compressed' }) => UNREADABLE[format],
  'which-article': ({ names = [], more = 0 }) =>
    `Which of these is the article: ${[...names.map(q), ...(more > 0 ? [`${more} more`] : [])].join(', ')}? Bring it with its pictures alone.`,
} as const satisfies Record<string, RefusalSentence>;

/** Names a sentence. */
export type RefusalSaying = keyof typeof ENGLISH_REFUSALS;

export const RefusalSaying = z.string().refine((name): name is RefusalSaying => name in ENGLISH_REFUSALS);

/** The same sentences in another language. */
export type RefusalSentences = Readonly<Record<RefusalSaying, RefusalSentence>>;
