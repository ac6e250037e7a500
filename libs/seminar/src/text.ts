import { z } from 'zod';

/** True where Postgres and every UTF-8 encoder can store the text: no NUL, no lone surrogate. */
export const isWellFormedText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** A string from outside. Its length is bounded by the rule that uses it, so that the answer can name the limit. */
export const Text = z.string().refine(isWellFormedText, {
  error: 'holds characters that are no text (NUL or half a surrogate pair)',
  params: { code: 'text/ill-formed' },
});
