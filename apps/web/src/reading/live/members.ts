/** Names of members: looked up by those who may see them, never in the log. */
import type { Member } from '#protocol';
import type { MemberId, SeminarId } from '#seminar';
import { getMembers } from '../../api/api.ts';
import type { RoomSnapshot } from '../../room/snapshot.ts';
import { createStore, type Store } from '../../store/store.ts';

export type Members = ReadonlyMap<MemberId, Member>;

const byId = (members: readonly Member[]): Members => new Map(members.map((member) => [member.member, member]));

/** Don't ask more often than this, in milliseconds: many may join at once. */
const NOT_BEFORE = 2_000;

/** Keeps the names of everybody on the roster; looks again when somebody is unknown. */
export function followMembers(
  seminar: SeminarId,
  room: Store<RoomSnapshot>,
  known: readonly Member[] = [],
): { store: Store<Members>; stop(): void } {
  const store = createStore<Members>(byId(known));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const ask = async () => {
    timer = undefined;
    asked = Date.now();
    const answer = await getMembers(seminar).catch(() => undefined);
    if (answer) store.set(byId(answer.members));
  };
  const look = () => {
    if (timer !== undefined || room.get().connection !== 'live') return;
    const known = store.get();
    const unknown = room.get().confirmed.everyone.state.roster.some((_, member) => !known.has(member));
    if (unknown) timer = setTimeout(() => void ask(), Math.max(0, asked + NOT_BEFORE - Date.now()));
  };
  const stopLooking = room.subscribe(look);
  return {
    store,
    stop() {
      stopLooking();
      clearTimeout(timer);
    },
  };
}
