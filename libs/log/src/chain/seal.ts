import type { RecordedEvent } from '#seminar';
import { canonicalJson } from './canonical-json.ts';
import { type Hash, linkHash, newSalt, personalHashOf } from './chain.ts';

/** An event with its place in the chain, its two parts as canonical JSON. */
export interface SealedEvent {
  event: RecordedEvent;
  data: string;
  personal: string | null;
  /** Beside what a person wrote, and erased with it. */
  salt: string | null;
  personalHash: Hash | null;
  hash: Hash;
}

/** Chains events behind the one with the hash `previous`. */
export function seal(previous: Hash, events: readonly RecordedEvent[]): SealedEvent[] {
  let last = previous;
  return events.map((event) => {
    const data = canonicalJson(event.data);
    const personal = event.personal && canonicalJson(event.personal);
    const salt = personal === null ? null : newSalt();
    const personalHash = personal === null || salt === null ? null : personalHashOf(personal, salt);
    const { position, type, version, at, by, command } = event;
    last = linkHash(last, { position, type, version, at, by, command, data, personalHash });
    return { event, data, personal, salt, personalHash, hash: last };
  });
}
