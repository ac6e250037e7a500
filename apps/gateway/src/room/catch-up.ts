import type { EventStore, LogKey, Snapshots } from '#log';
import type { CatchUp } from '#protocol';
import { type Folded, type Snapshot, toSnapshot } from '#seminar';
import { Refused } from '../refused.ts';

/**
 * What somebody is missing who holds a log up to `held` and will be sent everything after `live`: the events in between,
 * or a snapshot where more than `snapshotAfter` are missing. The snapshot may go beyond `live`; then the first frames
 * bring what is held already, and the client skips it.
 */
export async function catchUp(
  log: LogKey,
  held: number,
  live: number,
  { store, snapshots, snapshotAfter }: { store: EventStore; snapshots: Snapshots; snapshotAfter: number },
): Promise<CatchUp> {
  const { audience } = log;
  if (held >= live) {
    // A follower may be a moment behind the log; a client is ahead of it where another gateway told it more.
    if (held > live && held > (await store.head(log))) throw new Refused('log/position-ahead');
    return { audience, head: held, events: [] };
  }
  if (live - held <= snapshotAfter) {
    const events = [];
    for await (const batch of store.readAll(log, held)) events.push(...batch);
    return { audience, head: events.at(-1)?.position ?? held, events };
  }
  const snapshot = snapshotOf(await snapshots.newest(log));
  return { audience, head: snapshot.position, snapshot };
}

/** Many who come at once are given the same snapshot. */
const made = new WeakMap<Folded, Snapshot>();

function snapshotOf(folded: Folded): Snapshot {
  const snapshot = made.get(folded) ?? toSnapshot(folded);
  made.set(folded, snapshot);
  return snapshot;
}
