/**
 * The chain of a log: each event carries a SHA-256 over the hash of the one before it and its own content. Whoever holds the hash
 * of the newest event holds the whole log: nothing in it can be changed, taken out, put in or put elsewhere without changing that
 * hash. `docs/log.md` says byte for byte how it is made, so that anybody can write a verifier.
 *
 * What a person wrote enters by a salted hash of its own, which stays when words and salt are erased. Without the salt nobody can
 * find out by trying whether somebody had written this or that.
 */
import { hash, randomFillSync } from 'node:crypto';
import type { LogKey } from '../log-key.ts';
import { canonicalJson, quoted } from './canonical-json.ts';

/** 64 lower-case hexadecimal digits. */
export type Hash = string;

/** Stands in the first line of a log in a file, and in the hash before the first event. */
export const CHAIN_FORMAT = 'catena-log/1';

const SALT_BYTES = 16;

/** What is hashed of an event, `data` as canonical JSON. */
export interface Content {
  position: number;
  type: string;
  version: number;
  /** ISO 8601 in UTC, to the millisecond. */
  at: string;
  by: string;
  command: string;
  data: string;
  /** The hash of what a person wrote; `null` where an event has nothing of the kind. */
  personalHash: Hash | null;
}

/** The hash that stands before the first event: it ties the chain to its log. */
export const genesisOf = ({ seminar, audience }: LogKey): Hash =>
  sha256(canonicalJson({ audience, format: CHAIN_FORMAT, seminar }));

/** The hash of an event behind an event with the hash `previous`. */
export const linkHash = (previous: Hash, content: Content): Hash => sha256(contentOf(previous, content));

/** Canonical JSON by hand, keys in order: `data` is in that form already, and this runs for every event. */
const contentOf = (previous: Hash, { at, by, command, data, personalHash, position, type, version }: Content): string =>
  `{"at":${quoted(at)},"by":${quoted(by)},"command":${quoted(command)},"data":${data},"personal":${
    personalHash === null ? 'null' : `"${personalHash}"`
  },"position":${position},"previous":"${previous}","type":${quoted(type)},"version":${version}}`;

/** The hash of what a person wrote, `personal` as canonical JSON. */
export const personalHashOf = (personal: string, salt: string): Hash =>
  sha256(`{"personal":${personal},"salt":"${salt}"}`);

/** A salt that nobody can guess, as hexadecimal digits. */
export function newSalt(): string {
  if (spent + SALT_BYTES > randomness.length) {
    randomFillSync(randomness);
    spent = 0;
  }
  spent += SALT_BYTES;
  return randomness.toString('hex', spent - SALT_BYTES, spent);
}

/** Asking the system for each salt would take longer than hashing. */
const randomness = Buffer.alloc(1_024 * SALT_BYTES);
let spent = randomness.length;

const sha256 = (text: string): Hash => hash('sha256', text, 'hex');
