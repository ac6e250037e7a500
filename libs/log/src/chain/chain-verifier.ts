import type { LogKey } from '../log-key.ts';
import { canonicalJson } from './canonical-json.ts';
import { genesisOf, type Hash, linkHash, personalHashOf } from './chain.ts';

/** An event as it stands in the database or in a file, before anybody has believed it. */
export interface ChainRow {
  position: number;
  type: string;
  version: number;
  at: string;
  by: string;
  command: string;
  data: unknown;
  /** `null` where there is nothing of the kind, or nothing any more. */
  personal: unknown;
  salt: string | null;
  personalHash: Hash | null;
  hash: Hash;
}

/** Where a log says that it ends. */
export interface ChainEnd {
  head: number;
  hash: Hash;
}

/** The first thing that is wrong: at which position, and what, in a sentence. */
export interface Flaw {
  position: number;
  problem: string;
}

/** Goes along a log from its first event, and says what is wrong where something is. After a flaw there is nothing more to learn. */
export class ChainVerifier {
  /** The last position that is right. */
  position = 0;
  /** Events whose words have been erased. */
  erased = 0;
  #hash: Hash;

  constructor(log: LogKey) {
    this.#hash = genesisOf(log);
  }

  /** The hash at `position`. */
  get hash(): Hash {
    return this.#hash;
  }

  /** The next row. */
  next(row: ChainRow): Flaw | undefined {
    const expected = this.position + 1;
    if (row.position > expected) return missing(expected, row.position);
    if (row.position < expected) return { position: row.position, problem: 'this position is there twice' };
    const words = problemOfWords(row);
    if (words) return { position: expected, problem: words };
    const hash = linkHash(this.#hash, { ...row, data: canonicalJson(row.data) });
    if (hash !== row.hash) {
      return {
        position: expected,
        problem: `the event is not the one that was written here: its content has the hash ${hash}, the chain says ${row.hash}`,
      };
    }
    this.position = expected;
    this.#hash = hash;
    if (row.personal === null && row.personalHash !== null) this.erased++;
    return undefined;
  }

  /** There are no more rows; this is where the log says that it ends. */
  end({ head, hash }: ChainEnd): Flaw | undefined {
    if (head > this.position) return missing(this.position + 1, head + 1);
    if (head < this.position) {
      return { position: head + 1, problem: `there is an event, but the log says that it ends at ${head}` };
    }
    if (hash === this.#hash) return undefined;
    return { position: head, problem: `the last event has the hash ${this.#hash}, but the head says ${hash}` };
  }
}

function missing(first: number, next: number): Flaw {
  const what = next - first === 1 ? 'the event is missing' : `the events up to ${next - 1} are missing`;
  return { position: first, problem: what };
}

function problemOfWords({ personal, salt, personalHash }: ChainRow): string | undefined {
  if (personal === null) return undefined;
  if (personalHash === null) return 'there are words where none were written';
  if (salt === null) return 'the salt of the words is missing';
  const hash = personalHashOf(canonicalJson(personal), salt);
  return hash === personalHash
    ? undefined
    : `the words have been changed: their hash is ${hash}, the chain says ${personalHash}`;
}
