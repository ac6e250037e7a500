import type pg from 'pg';
import { StoredChain } from './chain/stored-chain.ts';
import { EventStore } from './event-store.ts';
import { Feed } from './feed.ts';
import { DEFAULT_LOG_OPTIONS, type LogOptions } from './options.ts';
import { type FailureLog, Seminars } from './seminars.ts';
import { Snapshots } from './snapshots/snapshots.ts';
import { WakeUps } from './wake-ups.ts';

/** The log with everything around it, on one pool of connections. */
export interface Log {
  store: EventStore;
  seminars: Seminars;
  feed: Feed;
  snapshots: Snapshots;
  wakeUps: WakeUps;
  chain: StoredChain;
  /** Answers what is under way, then stops. The pool stays open. */
  close(): Promise<void>;
}

/** Opens the log on a database that has been migrated. */
export async function openLog(pool: pg.Pool, options: Partial<LogOptions> = {}, onFailure?: FailureLog): Promise<Log> {
  const all = { ...DEFAULT_LOG_OPTIONS, ...options };
  const store = new EventStore(pool);
  const snapshots = new Snapshots(pool, store, all);
  const wakeUps = new WakeUps(pool);
  await wakeUps.start();
  const feed = new Feed(store, wakeUps, all);
  const seminars = new Seminars(store, snapshots, wakeUps, all, onFailure);
  const close = async () => {
    await seminars.idle();
    await snapshots.idle();
    feed.close();
    await wakeUps.close();
  };
  return { store, seminars, feed, snapshots, wakeUps, chain: new StoredChain(pool), close };
}
