/** Keeps a room while it is open: soon after it opened, when it has been quiet for a while, and when it is left. */
import { type SeminarId, toSnapshot } from '#seminar';
import type { Members } from '../reading/live/members.ts';
import type { RoomSnapshot } from '../room/snapshot.ts';
import type { Store } from '../store/store.ts';
import { whenIdle } from '../ui/when-idle.ts';
import { keepRoom } from './kept-rooms.ts';

/** In milliseconds: soon after the room was opened, later after the last word. */
const AFTER = { opening: 2_000, words: 15_000 };
/** A page that is never idle is kept after so long all the same. */
const LATEST = 10_000;

/** Returns how to stop. */
export function keepOpenRoom(seminar: SeminarId, room: Store<RoomSnapshot>, members: Store<Members>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let callOff: (() => void) | undefined;
  let kept: RoomSnapshot['confirmed'] | undefined;
  const keepNow = () => {
    clearTimeout(timer);
    callOff?.();
    timer = undefined;
    const { arrived, confirmed, you, limits } = room.get();
    if (!arrived || confirmed === kept) return;
    kept = confirmed;
    void keepRoom(seminar, {
      ...{ you, limits, everyone: toSnapshot(confirmed.everyone) },
      smaller: [...confirmed.smaller].map(([audience, log]) => [audience, toSnapshot(log)] as const),
      members: [...members.get().values()],
    });
  };
  const soon = () => {
    const { arrived, confirmed } = room.get();
    if (!arrived || confirmed === kept || timer !== undefined) return;
    timer = setTimeout(
      () => {
        callOff = whenIdle(keepNow, LATEST);
      },
      kept ? AFTER.words : AFTER.opening,
    );
  };
  const leaving = () => document.visibilityState === 'hidden' && keepNow();
  const stop = room.subscribe(soon);
  document.addEventListener('visibilitychange', leaving);
  return () => {
    stop();
    document.removeEventListener('visibilitychange', leaving);
    clearTimeout(timer);
    callOff?.();
  };
}
