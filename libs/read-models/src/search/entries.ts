/** What the statements share that keep entries of the search: their vectors, and the words that go into them. */
import type { LogKey } from '#log';
import type { RecordedEvent } from '#seminar';
import { SIMPLE } from './config.ts';
import { plainText } from './plain-text.ts';
import { parted } from './unspaced.ts';

/** The name of a log as a lexeme. No word that somebody writes or asks for begins with an @. */
export const logLexeme = ({ seminar, audience }: LogKey): string => `@${seminar}/${audience}`;

/** Postgres takes no vector beyond a megabyte; of a block that is longer, the beginning is found. */
const LONGEST = 200_000;

/**
 * The vector of `words` and `tags`: their stems, so that other forms of a word are found, and the words themselves, so
 * that one is found while it is still being typed, whichever its language.
 */
export const vectorOf = (config: string, words: string, tags: string, lexeme: string) => `
  array_to_tsvector(ARRAY[${lexeme}::text])
  || setweight(to_tsvector(${config}::regconfig, left(${words}::text, ${LONGEST})), 'B')
  || setweight(to_tsvector('${SIMPLE}', left(${words}::text, ${LONGEST})), 'D')
  || setweight(to_tsvector('${SIMPLE}', ${tags}::text), 'A')`;

/** $1 and $2 of every statement are the log. */
export type Run = <Row extends object>(
  name: string,
  text: string,
  ...values: unknown[]
) => Promise<{ rows: Row[]; rowCount: number | null }>;

/** What is found of an annotation. */
export const wordsOf = ({ personal }: RecordedEvent): string => parted(plainText(personal?.body ?? ''));
