import type { Format } from './formats.ts';
import type { OtherFormat } from './refusals.ts';

/** What a file is by what it begins with: a format that can be read, an archive of files, or what can't be read. */
export type Signature = { format: Format } | { bundle: true } | { unsupported: OtherFormat };

const SIGNATURES: readonly (readonly [signature: Signature, beginning: RegExp])[] = [
  [{ format: 'pdf' }, /^\s*%PDF-/],
  [{ unsupported: 'odt' }, /^PK\x03\x04[\s\S]*application\/vnd\.oasis\.opendocument/],
  [{ unsupported: 'epub' }, /^PK\x03\x04[\s\S]*application\/epub\+zip/],
  [{ unsupported: 'xlsx' }, /^PK\x03\x04[\s\S]*(?<![\w -])xl\/(?:\w+\.xml|_rels\/|worksheets\/)/],
  [{ unsupported: 'pptx' }, /^PK\x03\x04[\s\S]*(?<![\w -])ppt\/(?:\w+\.xml|_rels\/|slides\/)/],
  [
    { format: 'docx' },
    /^PK\x03\x04[\s\S]*(?:(?<![\w -])word\/(?:\w+\.xml|_rels\/|media\/|theme\/)|\[Content_Types\]\.xml)/,
  ],
  [{ bundle: true }, /^PK[\x03\x05\x07]/],
  [{ unsupported: 'doc' }, /^\xD0\xCF\x11\xE0/],
  [{ unsupported: 'compressed' }, /^(?:\x1F\x8B|BZh\d|\xFD7zXZ|7z\xBC\xAF)/],
  [{ unsupported: 'picture' }, /^(?:\x89PNG|\xFF\xD8\xFF|GIF8[79]a|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP)/],
  [{ unsupported: 'rtf' }, /^\s*\{\\rtf/],
  [{ unsupported: 'postscript' }, /^%!PS/],
  [{ format: 'html' }, /^(?:\s|<\?xml[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)*<(?:!doctype\s+html|html|head|body)\b/i],
  // Web pages have an element of the same name, without any of these.
  [{ format: 'html' }, /^\s*<article\b(?![\s\S]*(?:<front\b|article-type=|dtd-version=|xmlns:))/i],
  [{ format: 'jats' }, /^\s*<(?:\?xml\b|!doctype\s+(?:pmc-articleset|article)\b|(?:pmc-articleset|article)\b)/i],
  [{ format: 'html' }, /^\s*<(?:main|section|div|p|h1|title|meta|table|ul|ol|blockquote)\b[^>]*>/i],
  [{ unsupported: 'latex' }, /^(?:\s|%.*\n)*\\documentclass\b/],
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
