/**
 * Rooms as they were when they were last open, so that they open without a network, and at once with one. Kept in this
 * browser for whoever is signed in; signing out, or being refused, forgets them.
 */
import { clear, createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { Member } from '#protocol';
import {
  type Audience,
  type Limits,
  type MemberId,
  type Role,
  type SeminarId,
  SNAPSHOT_VERSION,
  type Snapshot,
} from '#seminar';

export interface KeptRoom {
  you: { member: MemberId; role: Role };
  limits: Limits;
  /** Each log as far as it had come. */
  everyone: Snapshot;
  smaller: readonly (readonly [Audience, Snapshot])[];
  members: readonly Member[];
}

/** As in worker.ts. */
const PICTURES = 'catena-pictures';

let opened: UseStore | undefined;
const shelf = (): UseStore => {
  opened ??= createStore('catena', 'rooms');
  return opened;
};

/** The room as it was kept; `undefined` where it never was, or in a shape of another day. */
export async function recallRoom(seminar: SeminarId): Promise<KeptRoom | undefined> {
  const kept = await quietly<KeptRoom | undefined>(() => get(seminar, shelf()));
  const known = kept?.everyone?.version === SNAPSHOT_VERSION;
  return known ? kept : undefined;
}

export const keepRoom = (seminar: SeminarId, room: KeptRoom): Promise<void> =>
  quietly(() => set(seminar, room, shelf())) as Promise<void>;

export const forgetRoom = (seminar: SeminarId): Promise<void> => quietly(() => del(seminar, shelf())) as Promise<void>;

/** Everything that was kept of what others wrote. */
export async function forgetRooms(): Promise<void> {
  await quietly(() => clear(shelf()));
  await quietly(() => caches.delete(PICTURES));
}

/** A browser that keeps nothing (a private window, a full disk) is no trouble: the app works on. */
async function quietly<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
