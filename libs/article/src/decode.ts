import { failure, type ReadFailure } from './read-error.ts';

/** More control characters than this share are no text, whatever the encoding. */
const MOST_CONTROLS = 0.01;
const CONTROLS = /(?![\t\n\v\f\r])\p{Cc}/gu;

/**
 * The text of a source: UTF-8 without its byte order mark, lines ended by `\n`, and normalised to NFC, so that an
 * accent counts the same whoever typed it and a quotation typed by hand is found in the article.
 */
export function decode(source: Uint8Array | string): { ok: true; text: string } | ReadFailure {
  const raw = typeof source === 'string' ? source : fromUtf8(source);
  return typeof raw === 'string' ? checkedText(raw) : raw;
}

/** The text as readers expect it, if it is one. */
export function checkedText(raw: string): { ok: true; text: string } | ReadFailure {
  if (!raw.isWellFormed() || raw.includes('\0')) return failure('article/ill-formed-text');
  if ((raw.match(CONTROLS)?.length ?? 0) > MOST_CONTROLS * raw.length) return failure('article/not-text');
  const text = raw.replace(/^\u{FEFF}/u, '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  return { ok: true, text: text.normalize('NFC') };
}

function fromUtf8(bytes: Uint8Array): string | ReadFailure {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return failure('article/not-text', 'The text is encoded in UTF-16. Save it in UTF-8 and import that.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder's only way to say that the bytes are no UTF-8.
    return failure('article/not-text');
  }
}
