/** What a participant is told: who answered or named them, what came to their threads, the best of the rest, and where to read on. */
import type { Block, Run } from '#mail';
import type { DigestKind } from '#protocol';
import { byThread, type DigestPart, eyebrowOf, quoted } from './digest-part.ts';
import type { ContributionFacts, MemberFacts, SeminarFacts } from './facts.ts';
import { Links } from './links.ts';
import { shortNames } from './short-names.ts';
import { type Clock, Count, count, day } from './words.ts';

export interface ParticipantFacts extends SeminarFacts {
  /** The threads that the reader wrote in before the digest ends. */
  mine: readonly ContributionFacts['thread'][];
}

const MOST_EACH = 6;
const MOST_OF_THE_REST = 3;
const PASSAGE = 140;
const WORDS = 320;

/**
 * `undefined` where nothing of these kinds happened.
 *
 * @param kinds what to tell of, each from after a position.
 */
export function participantDigest(
  facts: ParticipantFacts,
  reader: MemberFacts['member'],
  kinds: ReadonlyMap<DigestKind, number>,
  publicUrl: string,
  clock: Clock,
): DigestPart | undefined {
  const names = new Map(facts.members.map((member) => [member.member, member.name]));
  const called = shortNames(facts.members);
  const links = new Links(publicUrl, facts.seminar.id);
  const news = facts.news.filter(({ author, body }) => author !== reader && body.trim() !== '');
  const mine = new Set(facts.mine);
  const isToMe = (one: ContributionFacts) => one.answers === reader || mentions(one, names.get(reader));
  const of = (kind: DigestKind, which: (one: ContributionFacts) => boolean) =>
    news.filter((one) => one.position > (kinds.get(kind) ?? Number.POSITIVE_INFINITY) && which(one));
  const toMe = of('to-me', isToMe);
  const followed = of('followed', (one) => mine.has(one.thread) && !isToMe(one));
  const rest = bestOf(of('rest', (one) => !mine.has(one.thread) && !isToMe(one)));
  if (toMe.length + followed.length + rest.length === 0) return undefined;

  const nameOf = (member: string) => called.get(member) ?? 'Somebody';
  const told = (label: string, all: readonly ContributionFacts[], link: string): Block[] =>
    all.length === 0
      ? []
      : [
          { kind: 'rule' },
          { kind: 'label', text: label },
          ...quoted(all, { most: MOST_EACH, passage: PASSAGE, words: WORDS, link, links, clock, nameOf }),
        ];
  const readOn = kinds.has('rest') ? readNext(facts, reader, links, clock) : [];
  const [only] = followed.length + rest.length === 0 && toMe.length === 1 ? toMe : [];
  return {
    seminar: facts.seminar.title,
    answers: only?.id,
    thread: only?.thread,
    eyebrow: eyebrowOf(facts, clock),
    headline: headline(toMe, followed, rest, nameOf),
    lead: `${count(news.length, 'new contribution')} by ${count(new Set(news.map(({ author }) => author)).size, 'person', 'people')}.`,
    blocks: [
      ...told('To you', toMe, 'Reply'),
      ...told('In threads that you follow', followed, 'Read'),
      ...told('The best of the rest', rest, 'Read'),
      ...readOn,
      { kind: 'button', text: 'Open the seminar', href: links.seminar() },
    ],
  };
}

function headline(
  toMe: readonly ContributionFacts[],
  followed: readonly ContributionFacts[],
  rest: readonly ContributionFacts[],
  nameOf: (member: string) => string,
): string {
  const [only, ...more] = toMe;
  if (only && more.length === 0) return `${nameOf(only.author)} ${only.answers ? 'answered' : 'mentioned'} you`;
  if (only) return `${Count(toMe.length, 'answer')} to you, from ${nameOf(only.author)} and others`;
  if (followed.length > 0) return `${Count(followed.length, 'new contribution')} in threads that you follow`;
  return `${Count(rest.length, 'thread')} worth reading`;
}

/** One contribution of each thread that moved most: what others agreed with, or what drew answers. */
function bestOf(news: readonly ContributionFacts[]): ContributionFacts[] {
  const warmth = (said: readonly ContributionFacts[]) =>
    said.length + 2 * said.reduce((sum, { agreed }) => sum + agreed, 0);
  return byThread(news)
    .sort((a, b) => warmth(b) - warmth(a))
    .slice(0, MOST_OF_THE_REST)
    .flatMap((said) => said.toSorted((a, b) => b.agreed - a.agreed)[0] ?? []);
}

/** What was asked for and is not done yet, by when; else the first section after those that the reader wrote on. */
function readNext(facts: SeminarFacts, reader: MemberFacts['member'], links: Links, clock: Clock): Block[] {
  const { sections, news, assignments } = facts;
  const label: Block[] = [{ kind: 'rule' }, { kind: 'label', text: 'Read on' }];
  const asked = assignments.find(
    ({ due, contributions, written }) => due > clock.now && (written[reader] ?? 0) < Math.max(1, contributions),
  );
  const wrote = new Set(news.filter(({ author }) => author === reader).map(({ section }) => section));
  const last = sections.findLastIndex(({ id }) => wrote.has(id));
  if (asked) {
    const next = asked.sections[last + 1] ?? asked.sections[0];
    const have = asked.written[reader] ?? 0;
    const runs: Run[] = [
      `By ${day(asked.due, clock)}: ${asked.to === undefined ? 'the whole article' : `up to ‘${asked.to}’`}. `,
      asked.contributions > 0 ? `You have written ${have} of ${asked.contributions}. ` : '',
      ...(next ? ['Go on with ', { kind: 'link', text: next.title, href: links.section(next.id) } as const, '.'] : []),
    ];
    return [...label, { kind: 'text', runs }];
  }
  const next = last === -1 ? undefined : sections[last + 1];
  if (!next) return [];
  const what =
    next.total > 0 ? `, where ${count(next.total, 'contribution')} wait for yours.` : ', where nobody has written yet.';
  return [...label, { kind: 'text', runs: [{ kind: 'link', text: next.title, href: links.section(next.id) }, what] }];
}

/** '@Mina' or '@Mina Larkspur', whatever the case. */
function mentions({ body }: ContributionFacts, name: string | undefined): boolean {
  if (!name) return false;
  const text = body.toLowerCase();
  return [name, name.split(' ')[0] ?? name].some((form) => {
    const at = text.indexOf(`@${form.toLowerCase()}`);
    return at !== -1 && !/\p{L}/u.test(text[at + form.length + 1] ?? '');
  });
}
