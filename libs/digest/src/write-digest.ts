import type { Queryable } from '#log';
import type { DigestKind } from '#protocol';
import type { MemberId, SeminarId } from '#seminar';
import type { DigestPart } from './digest-part.ts';
import { instructorDigest } from './instructor-digest.ts';
import { participantDigest } from './participant-digest.ts';
import { readFacts } from './read-facts.ts';
import type { Clock } from './words.ts';

export interface DigestRequest {
  seminar: SeminarId;
  member: MemberId;
  /** What to tell of, each from after a position. */
  kinds: ReadonlyMap<DigestKind, number>;
  /** When the last digest ended. */
  sinceAt?: string | undefined;
}

/** What there is to tell a member of one seminar, and up to which position; `part` is `undefined` where that is nothing. */
export async function writeDigest(
  database: Queryable,
  { seminar, member, kinds, sinceAt }: DigestRequest,
  publicUrl: string,
  clock: Clock,
): Promise<{ part: DigestPart | undefined; until: number }> {
  const since = Math.min(...kinds.values());
  const facts = await readFacts(database, seminar, member, { since, sinceAt });
  if (!facts) return { part: undefined, until: since };
  const ofClass = kinds.get('class');
  const parts = [
    ofClass === undefined
      ? undefined
      : instructorDigest({ ...facts, news: after(facts.news, ofClass) }, member, publicUrl, clock),
    participantDigest(facts, member, kinds, publicUrl, clock),
  ].filter((part) => part !== undefined);
  return { part: joined(parts), until: facts.until };
}

const after = <Said extends { position: number }>(news: readonly Said[], position: number): Said[] =>
  news.filter((one) => one.position > position);

/** An instructor who was also answered is told both; the class comes first. */
function joined([first, second]: readonly DigestPart[]): DigestPart | undefined {
  if (!first || !second) return first;
  const isButton = ({ kind }: DigestPart['blocks'][number]) => kind === 'button';
  return { ...first, blocks: [...first.blocks.filter((block) => !isButton(block)), ...second.blocks] };
}
