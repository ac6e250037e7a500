import { failure, type ReadFailure, refused } from './read-error.ts';

/** More control characters than this share are no text, whatever the encoding. */
const MOST_CONTROLS = 0.01;
const CONTROLS = /(?![\t\n\v\f\r])\p{Cc}/gu;

/**
 * The text of a source: UTF-8 or UTF-16 without its byte order mark, lines ended by `\n`, and normalised to NFC, so that an
 * accent counts the same whoever typed it and a quotation typed by hand is found in the article.
 */
export function decode(source: Uint8Array | string): { ok: true; text: string } | ReadFailure {
  const raw = typeof source === 'string' ? source : fromBytes(source);
  return typeof raw === 'string' ? checkedText(raw) : raw;
}

/** The text as readers expect it, if it is one. */
export function checkedText(raw: string): { ok: true; text: string } | ReadFailure {
  if (!raw.isWellFormed() || raw.includes('\0')) return failure('article/ill-formed-text');
  if ((raw.match(CONTROLS)?.length ?? 0) > MOST_CONTROLS * raw.length) return failure('article/not-text');
  const text = raw.replace(/^\u{FEFF}/u, '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  return { ok: true, text: text.normalize('NFC') };
}

/** What says at its beginning that it is UTF-16 is; everything else is UTF-8, or of an age in which a file did not say what it was. */
function fromBytes(bytes: Uint8Array): string | ReadFailure {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The decoder's only way to say that the bytes are none of it.
    return looksTyped(bytes) ? refused('article/not-text', 'old-encoding') : failure('article/not-text');
  }
}

/** Old encodings have letters where UTF-8 has them or beyond, and no control characters as other files have. */
const looksTyped = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
