import type { Format } from './formats.ts';

/** What a file is by what it begins with: a format that can be read, an archive of files, or the name of what can't be read, and what to do with it. */
export type Signature = { format: Format } | { bundle: true } | { unsupported: string; instead: string };

const SAVE_AS_WORD = 'Open it in Word or LibreOffice, save it as a Word document (.docx), and import that.';

const SIGNATURES: readonly (readonly [signature: Signature, beginning: RegExp])[] = [
  [{ format: 'pdf' }, /^\s*%PDF-/],
  [
    {
      unsupported: 'an OpenDocument text (ODT)',
      instead: 'Open it in LibreOffice, save it as a Word document (.docx), and import that.',
    },
    /^PK\x03\x04[\s\S]*application\/vnd\.oasis\.opendocument/,
  ],
  [
    {
      unsupported: 'an e-book (EPUB)',
      instead: 'Save the one text that is to be read as a web page or a Word document (.docx), and import that.',
    },
    /^PK\x03\x04[\s\S]*application\/epub\+zip/,
  ],
  [
    { unsupported: 'a spreadsheet (XLSX)', instead: 'Put the table into a text document (.docx) and import that.' },
    /^PK\x03\x04[\s\S]*(?<![\w -])xl\/(?:\w+\.xml|_rels\/|worksheets\/)/,
  ],
  [
    {
      unsupported: 'a presentation (PPTX)',
      instead: 'Save its text as a Word document (.docx) or a PDF and import that.',
    },
    /^PK\x03\x04[\s\S]*(?<![\w -])ppt\/(?:\w+\.xml|_rels\/|slides\/)/,
  ],
  [
    { format: 'docx' },
    /^PK\x03\x04[\s\S]*(?:(?<![\w -])word\/(?:\w+\.xml|_rels\/|media\/|theme\/)|\[Content_Types\]\.xml)/,
  ],
  [{ bundle: true }, /^PK[\x03\x05\x07]/],
  [{ unsupported: 'an old Word document (DOC)', instead: SAVE_AS_WORD }, /^\xD0\xCF\x11\xE0/],
  [
    { unsupported: 'a compressed file', instead: 'Unpack it, or pack the article and its pictures as a ZIP archive.' },
    /^(?:\x1F\x8B|BZh\d|\xFD7zXZ|7z\xBC\xAF)/,
  ],
  [
    {
      unsupported: 'a picture',
      instead:
        'If it shows a page, have its text recognised (OCR) and import that; pictures of an article are brought along with it.',
    },
    /^(?:\x89PNG|\xFF\xD8\xFF|GIF8[79]a|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP)/,
  ],
  [{ unsupported: 'an RTF document', instead: SAVE_AS_WORD }, /^\s*\{\\rtf/],
  [{ unsupported: 'a PostScript file', instead: 'Turn it into a PDF (ps2pdf does) and import that.' }, /^%!PS/],
  [{ format: 'html' }, /^(?:\s|<\?xml[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)*<(?:!doctype\s+html|html|head|body)\b/i],
  // Web pages have an element of the same name, without any of these.
  [{ format: 'html' }, /^\s*<article\b(?![\s\S]*(?:<front\b|article-type=|dtd-version=|xmlns:))/i],
  [{ format: 'jats' }, /^\s*<(?:\?xml\b|!doctype\s+(?:pmc-articleset|article)\b|(?:pmc-articleset|article)\b)/i],
  [{ format: 'html' }, /^\s*<(?:main|section|div|p|h1|title|meta|table|ul|ol|blockquote)\b[^>]*>/i],
  [
    {
      unsupported: 'a LaTeX document',
      instead: 'Import the PDF that is made from it, or turn it into a Word document (pandoc paper.tex -o paper.docx).',
    },
    /^(?:\s|%.*\n)*\\documentclass\b/,
  ],
];

/** How much of a file is looked at; archives name what is in them near their beginning. */
const HEAD = 4_096;
const UTF_16 = new Map([
  [0xfffe, 'utf-16le'],
  [0xfeff, 'utf-16be'],
]);

/** The name, in the directory of an OLE file, under which Office keeps a document that has a password. */
const ENCRYPTED = Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('');

/** Is it an Office document under a password? That looks like an old Word document from outside. */
export function isEncrypted(source: Uint8Array): boolean {
  if (source[0] !== 0xd0 || source[1] !== 0xcf) return false;
  return new TextDecoder('latin1').decode(source).includes(ENCRYPTED);
}

/** What kind of file this is, where its first bytes tell. */
export function signatureOf(source: Uint8Array): Signature | undefined {
  const beginning = headOf(source.subarray(0, HEAD)).replace(/^\xEF\xBB\xBF|^\uFEFF/, '');
  return SIGNATURES.find(([, signature]) => signature.test(beginning))?.[0];
}

/** Bytes as characters of the same number; of UTF-16, the text. */
function headOf(head: Uint8Array): string {
  const encoding = UTF_16.get((head[0] ?? 0) * 256 + (head[1] ?? 0));
  if (encoding !== undefined) return new TextDecoder(encoding).decode(head);
  return Array.from(head, (byte) => String.fromCharCode(byte)).join('');
}
