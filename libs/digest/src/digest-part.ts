/** What a digest says of one seminar, and the pieces that every digest is made of. */
import type { Block } from '#mail';
import type { AnnotationId } from '#seminar';
import { paragraphsOf } from '#summary';
import type { ContributionFacts, SeminarFacts } from './facts.ts';
import type { Links } from './links.ts';
import { ago, type Clock, count, shorten, since } from './words.ts';

export interface DigestPart {
  /** The title of its seminar. */
  seminar: string;
  /** Where all it tells of is one contribution: that one, which an answer to the mail answers, and its thread. */
  answers?: AnnotationId | undefined;
  thread?: AnnotationId | undefined;
  /** The best of it in one sentence, for the subject. */
  headline: string;
  eyebrow: string;
  lead: string;
  blocks: readonly Block[];
}

/** The seminar, and since when. */
export const eyebrowOf = ({ seminar, sinceAt }: SeminarFacts, clock: Clock): string =>
  `${seminar.title}${sinceAt ? ` · since ${since(sinceAt, clock)}` : ''}`;

export interface Quoting {
  /** How many are shown; of the others it is said that they are there. */
  most: number;
  /** Characters of a passage, and of what was said about it. */
  passage: number;
  words: number;
  /** What the link to each says. */
  link: string;
  links: Links;
  clock: Clock;
  nameOf(member: string): string;
}

/** Contributions, each below the passage that it is about, with the way to it. */
export function quoted(all: readonly ContributionFacts[], quoting: Quoting): Block[] {
  const { most, passage, words, link, links, clock, nameOf } = quoting;
  return [
    ...all.slice(0, most).flatMap((one): Block[] => [
      { kind: 'quote', text: shorten(one.passage, passage) },
      {
        kind: 'text',
        runs: [
          { kind: 'bold', text: nameOf(one.author) },
          `, ${ago(one.at, clock)}: ${shorten(paragraphsOf(one.body).join(' '), words)} `,
          { kind: 'link', text: link, href: links.annotation(one.id) },
        ],
      },
    ]),
    ...(all.length > most
      ? [{ kind: 'text', runs: [`And ${count(all.length - most, 'more', 'more')}.`] } as const]
      : []),
  ];
}

/** What was said, by thread, in the order in which the threads first come up. */
export function byThread(said: readonly ContributionFacts[]): ContributionFacts[][] {
  const threads = new Map<string, ContributionFacts[]>();
  for (const one of said) threads.set(one.thread, [...(threads.get(one.thread) ?? []), one]);
  return [...threads.values()];
}
