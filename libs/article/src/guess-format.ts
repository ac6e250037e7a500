import { decode } from './decode.ts';
import { failure, type ReadFailure } from './read-error.ts';
import { unsupportedFormat } from './signature.ts';

/** The formats an article can be read from. */
export const FORMATS = ['text', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** What only somebody who writes Markdown leaves in a text, and how sure that makes us. */
const SIGNS: readonly (readonly [weight: number, sign: RegExp])[] = [
  [3, /^---[ \t]*\n(?:.*\n){0,200}?[\w-]+:.*\n(?:.*\n){0,200}?---[ \t]*$/],
  [3, /^\[\^[^\]\s]{1,80}\]:/m],
  [2, /^#{1,6}[ \t]+\S/m],
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
  const unsupported = unsupportedFormat(source);
  if (unsupported !== undefined) {
    const message = `This is ${unsupported}, which can’t be read yet. Save it as plain text or Markdown and import that.`;
    return failure('article/unsupported-format', message);
  }
  const decoded = decode(source);
  return decoded.ok ? guessMarkup(decoded.text, name) : decoded;
}

/** A name like `article.md` helps, but a text without any Markdown is read as plain text. */
function guessMarkup(text: string, name: string): Format {
  const head = text.startsWith('---') ? SIGNS : SIGNS.slice(1);
  const weight = head.reduce((sum, [sure, sign]) => (sign.test(text) ? sum + sure : sum), 0);
  return weight + (MARKDOWN_NAME.test(name) ? 1 : 0) >= ENOUGH ? 'markdown' : 'text';
}
