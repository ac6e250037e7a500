import { decode } from './decode.ts';
import type { Format } from './formats.ts';
import { failure, type ReadFailure, refused } from './read-error.ts';
import { isEncrypted, signatureOf } from './signature.ts';

/** What only somebody who writes Markdown leaves in a text, and how sure that makes us. */
const SIGNS: readonly (readonly [weight: number, sign: RegExp])[] = [
  [3, /^---[ \t]*\n(?:.*\n){0,200}?[\w-]+:.*\n(?:.*\n){0,200}?---[ \t]*$/],
  [3, /^\[\^[^\]\s]{1,80}\]:/m],
  // With nothing right above it, as in a listing.
  [2, /(?:^|\n[ \t]*\n)#{1,6}[ \t]+\S/],
  [2, /^(?:```|~~~)[^`]*$/m],
  [2, /\]\((?:https?:\/\/|mailto:|#|\.{0,2}\/)[^\s)]{1,2000}\)/],
  [2, /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$/m],
  [1, /^\S.*\n(?:={3,}|-{3,})[ \t]*$/m],
  [1, /(?<![\p{L}*])\*\*[^\s*]/u],
  [1, /^>[ \t]\S/m],
];
const ENOUGH = 2;
const MARKDOWN_NAME = /\.(?:md|markdown|mkd|mdown)$/i;

/** Guesses by the content; a refusal where it is of a format that can't be read. */
export function guessFormat(source: Uint8Array, name = ''): Format | ReadFailure {
  if (isEncrypted(source)) return failure('article/encrypted');
  const signature = signatureOf(source);
  if (signature && 'format' in signature) return signature.format;
  if (signature && 'unsupported' in signature) {
    return refused('article/unsupported-format', 'other-format', { format: signature.unsupported });
  }
  if (signature) return failure('article/damaged');
  const decoded = decode(source);
  return decoded.ok ? guessMarkup(decoded.text, name) : decoded;
}

/** A name like `article.md` helps, but a text without any Markdown is read as plain text. */
function guessMarkup(text: string, name: string): Format {
  const head = text.startsWith('---') ? SIGNS : SIGNS.slice(1);
  const weight = head.reduce((sum, [sure, sign]) => (sign.test(text) ? sum + sure : sum), 0);
  return weight + (MARKDOWN_NAME.test(name) ? 1 : 0) >= ENOUGH ? 'markdown' : 'text';
}
