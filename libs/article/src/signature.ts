/** Formats that can't be read yet, by what their files begin with. */
const SIGNATURES: readonly (readonly [name: string, beginning: RegExp])[] = [
  ['a PDF', /^\s*%PDF-/],
  ['a Word document (DOCX)', /^PK\x03\x04[\s\S]*(?:word\/|\[Content_Types\]\.xml)/],
  ['an OpenDocument text (ODT)', /^PK\x03\x04[\s\S]*application\/vnd\.oasis\.opendocument/],
  ['an e-book (EPUB)', /^PK\x03\x04[\s\S]*application\/epub\+zip/],
  ['a ZIP archive', /^PK[\x03\x05\x07]/],
  ['an old Word document (DOC)', /^\xD0\xCF\x11\xE0/],
  ['a compressed file', /^(?:\x1F\x8B|BZh\d|\xFD7zXZ|7z\xBC\xAF)/],
  ['a picture', /^(?:\x89PNG|\xFF\xD8\xFF|GIF8[79]a|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP)/],
  ['an RTF document', /^\s*\{\\rtf/],
  ['a PostScript file', /^%!PS/],
  ['an HTML page', /^(?:\s|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body)\b/i],
  ['a JATS or other XML document', /^\s*<(?:\?xml\b|!doctype\s+article\b|article\b)/i],
  ['a LaTeX document', /^(?:\s|%.*\n)*\\documentclass\b/],
];

/** How much of a file is looked at; archives name what is in them near their beginning. */
const HEAD = 4_096;

/** What kind of file this is, if it is of one that can't be read yet: `a PDF`. */
export function unsupportedFormat(source: Uint8Array): string | undefined {
  const head = Array.from(source.subarray(0, HEAD), (byte) => String.fromCharCode(byte)).join('');
  const beginning = head.replace(/^(?:\u{FEFF}|\xEF\xBB\xBF)/u, '');
  return SIGNATURES.find(([, signature]) => signature.test(beginning))?.[0];
}
