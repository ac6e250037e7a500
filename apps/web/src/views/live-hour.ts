/** What is going on in a live hour, and what was in those that are over. */
import { type Audience, type Folded, type MemberId, readershipOf, type SessionState } from '#seminar';

export interface RaisedHand {
  member: MemberId;
  audience: Audience;
  /** Since when, ISO 8601. */
  at: string;
}

/** Hands that were raised in this hour and that one may see, the longest first. */
export function raisedHands(
  smaller: ReadonlyMap<Audience, Folded>,
  hour: SessionState | undefined,
): readonly RaisedHand[] {
  if (!hour) return [];
  const hands = [...smaller].flatMap(([audience, { state }]) => {
    const readers = readershipOf(audience);
    const { hand } = state.live;
    return readers.kind === 'aside' && hand && hand.at >= hour.startedAt
      ? [{ member: readers.member, audience, at: hand.at }]
      : [];
  });
  return hands.sort((a, b) => a.at.localeCompare(b.at));
}

export interface PastHour {
  session: string;
  /** Where it begins in the log. */
  from: number;
  to: number;
  startedAt: string;
  minutes: number;
  /** How much was written in it, and by how many. */
  said: number;
  people: number;
}

/** The live hours that are over, the newest first. */
export function pastHours({ state, contents }: Folded): readonly PastHour[] {
  const said = [...contents.words].map(([id, { position }]) => ({ position, by: state.annotations.get(id)?.author }));
  return state.live.sessions
    .toArray()
    .flatMap((session) => pastHour(session, said))
    .reverse();
}

function pastHour(
  { session, from, to, startedAt, endedAt }: SessionState,
  said: readonly { position: number; by: MemberId | undefined }[],
): PastHour[] {
  if (to === undefined || endedAt === undefined) return [];
  const within = said.filter(({ position }) => position > from && position < to);
  const minutes = Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000));
  return [
    { session, from, to, startedAt, minutes, said: within.length, people: new Set(within.map(({ by }) => by)).size },
  ];
}

/** What is left on a clock: `4:05`, or `1:02:30`. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, min, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(min)}:${two(s)}` : `${min}:${two(s)}`;
}
