import { checkedText } from '../decode.ts';
import { type ReadFailure, refused } from '../read-error.ts';

/** How much of the source is asked for its encoding (HTML §13.2.3.2 looks at as much). */
const HEAD = 1_024;
const DECLARED = /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']|<meta[^>]*\bcharset\s*=\s*["']?([\w.:-]+)/i;

/** The text of XML or HTML in the encoding that it declares: by its first bytes, its declaration, or else UTF-8. */
export function decodeMarkup(source: Uint8Array): { ok: true; text: string } | ReadFailure {
  const [first, second] = source;
  const head = Array.from(source.subarray(0, HEAD), (byte) => String.fromCharCode(byte)).join('');
  const declared = DECLARED.exec(head);
  const label =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : (declared?.[1] ?? declared?.[2] ?? 'utf-8');
  try {
    return checkedText(new TextDecoder(label, { fatal: true }).decode(source));
  } catch {
    // An encoding that nobody knows, or bytes that are not in it.
    return refused('article/not-text', 'other-encoding', { words: label });
  }
}
