/** What an instructor is told: what waits for them, what the class makes of the text, who has gone quiet and who began to talk. */
import type { Block, HeatPart, Run } from '#mail';
import { termOf } from '#summary';
import { byThread, type DigestPart, eyebrowOf, quoted } from './digest-part.ts';
import type { AssignmentFacts, ContributionFacts, MemberFacts, SectionFacts, SeminarFacts } from './facts.ts';
import { Links } from './links.ts';
import { shortNames } from './short-names.ts';
import { type Clock, Count, count, day, list, shorten } from './words.ts';

const MOST_QUESTIONS = 5;
const MOST_SECTIONS = 4;
const MOST_SENTENCES = 4;
const MOST_PASSAGES = 3;
const MOST_NAMES = 6;
const QUIET_DAYS = 7;
const MOST_ORPHANS = 5;
const ORPHAN = 60;
const PASSAGE = 180;
const QUESTION = 300;

/** `undefined` where nobody but the instructor did anything, so that there is nothing to say. */
export function instructorDigest(
  facts: SeminarFacts,
  reader: MemberFacts['member'],
  publicUrl: string,
  clock: Clock,
): DigestPart | undefined {
  const news = facts.news.filter(({ author }) => author !== reader);
  if (news.length + facts.orphans.length === 0) return undefined;
  const digest = new InstructorDigest(facts, news, reader, new Links(publicUrl, facts.seminar.id), clock);
  return digest.made();
}

/** A summary as short as a mail needs it: what is disputed and what is asked before the rest, in the order in which it stands. */
function mostTelling(summary: SectionFacts['summary']): SectionFacts['summary'] {
  const isTelling = ({ kind }: SectionFacts['summary'][number]) => kind === 'dispute' || kind === 'question';
  const [first, ...rest] = summary;
  const chosen = new Set(
    [first, ...rest.filter(isTelling), ...rest.filter((one) => !isTelling(one))].slice(0, MOST_SENTENCES),
  );
  return summary.filter((sentence) => chosen.has(sentence));
}

class InstructorDigest {
  readonly #names: ReadonlyMap<string, string>;
  /** New contributions by section. */
  readonly #newsOf = new Map<string | undefined, number>();

  constructor(
    private readonly facts: SeminarFacts,
    private readonly news: readonly ContributionFacts[],
    private readonly reader: string,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {
    this.#names = shortNames(facts.members);
    for (const { section } of news) this.#newsOf.set(section, (this.#newsOf.get(section) ?? 0) + 1);
  }

  made(): DigestPart {
    const sections = [this.questions(), this.summaries(), this.passages(), this.people(), this.changes()].filter(
      (blocks) => blocks.length > 0,
    );
    return {
      seminar: this.facts.seminar.title,
      eyebrow: eyebrowOf(this.facts, this.clock),
      headline: this.headline(),
      lead: this.lead(),
      blocks: [
        { kind: 'heat', parts: this.heat() },
        ...sections.flatMap((blocks): Block[] => [{ kind: 'rule' }, ...blocks]),
        { kind: 'button', text: 'Open the seminar', href: this.links.seminar() },
      ],
    };
  }

  private get open(): ContributionFacts[] {
    return this.facts.openQuestions.filter(({ author }) => author !== this.reader);
  }

  private headline(): string {
    const waiting = this.open.length;
    const questions = waiting > 0 ? `${Count(waiting, 'question')} ${waiting === 1 ? 'waits' : 'wait'} for you` : '';
    const term = this.talkOfTheClass();
    const talk = term && `${term.isDisputed ? 'the class splits on' : 'the class talks about'} ‘${term.term}’`;
    if (questions && talk) return `${questions}, and ${talk}`;
    if (questions) return questions;
    if (this.news.length === 0) {
      const lost = this.facts.orphans.length;
      return `${Count(lost, 'thread')} lost ${lost === 1 ? 'its' : 'their'} passage`;
    }
    if (talk) return `${talk[0]?.toUpperCase()}${talk.slice(1)}`;
    return `${Count(this.news.length, 'new contribution')} on ‘${this.hottest()?.title || this.facts.seminar.title}’`;
  }

  /** The term that most people used where most was said, and whether they part ways there. */
  private talkOfTheClass(): { term: string; isDisputed: boolean } | undefined {
    const hottest = this.hottest();
    if (!hottest) return undefined;
    const there = this.news.filter(({ section }) => section === hottest.id);
    const elsewhere = this.news.filter(({ section }) => section !== hottest.id);
    const asPosts = (all: readonly ContributionFacts[]) =>
      all.map(({ id, author, body }) => ({ id, author, text: body }));
    const passages = there.map(({ passage }) => passage);
    const term = termOf(asPosts(there), passages, asPosts(elsewhere), 'en');
    return term === undefined
      ? undefined
      : { term, isDisputed: hottest.summary.some(({ kind }) => kind === 'dispute') };
  }

  private lead(): string {
    const { members, sections } = this.facts;
    const writers = new Set(this.news.map(({ author }) => author)).size;
    const others = members.filter(({ member, role }) => member !== this.reader && role !== 'observer').length;
    const grew = sections.filter((section) => this.newsOf(section) > 0).length;
    const last = sections.at(-1);
    const untouched = last && last.total === 0 ? 'nobody has reached the last one' : '';
    const grown = `${Count(grew, 'section')} grew`;
    if (this.news.length === 0) return 'Nobody has written since the last one.';
    return `${count(this.news.length, 'new contribution')} by ${writers} of ${others === 1 ? '1 person' : `${others} people`}. ${[grown, untouched].filter(Boolean).join('; ')}.`;
  }

  private newsOf = ({ id }: SectionFacts): number => this.#newsOf.get(id) ?? 0;

  private hottest(): SectionFacts | undefined {
    const [first] = this.facts.sections.toSorted((a, b) => this.newsOf(b) - this.newsOf(a));
    return first && this.newsOf(first) > 0 ? first : undefined;
  }

  private heat(): HeatPart[] {
    const { sections } = this.facts;
    const characters = sections.reduce((sum, section) => sum + section.characters, 0) || 1;
    const most = Math.max(1, ...sections.map(this.newsOf));
    return sections.map((section) => ({
      title: section.title || 'Beginning',
      width: section.characters / characters,
      heat: Math.ceil((4 * this.newsOf(section)) / most) as HeatPart['heat'],
    }));
  }

  private questions(): Block[] {
    const { open } = this;
    if (open.length === 0) return [];
    const { links, clock, nameOf } = this;
    const asked = { most: MOST_QUESTIONS, passage: PASSAGE, words: QUESTION, link: 'Answer' };
    return [{ kind: 'label', text: 'Waiting for an answer' }, ...quoted(open, { ...asked, links, clock, nameOf })];
  }

  private summaries(): Block[] {
    const told = this.facts.sections
      .filter((section) => section.summary.length > 0 && this.newsOf(section) > 0)
      .toSorted((a, b) => this.newsOf(b) - this.newsOf(a))
      .slice(0, MOST_SECTIONS);
    if (told.length === 0) return [];
    return [
      { kind: 'label', text: 'What the class makes of it' },
      ...told.map((section): Block => ({ kind: 'text', runs: this.summary(section) })),
    ];
  }

  private summary({ title, summary }: SectionFacts): Run[] {
    return [
      { kind: 'bold', text: /[.?!]$/u.test(title) ? title : `${title}.` },
      ...mostTelling(summary).flatMap(({ text, kind, cites }, index, told): Run[] => {
        if (told[index + 1]?.cites[0]?.id === cites[0]?.id) return [' ', text];
        // The full stop comes after the names, so that it is plain whose words these are.
        const [words, stop] = text.endsWith('.') ? [text.slice(0, -1), '.'] : [text, ''];
        return [' ', kind === 'question' ? { kind, text: words } : words, ...this.citations(cites), stop];
      }),
    ];
  }

  private citations(cites: SectionFacts['summary'][number]['cites']): Run[] {
    const named = new Map(cites.map(({ id, author }) => [author, id]));
    return [...named].flatMap(([author, id]): Run[] => [
      ' ',
      { kind: 'name', text: this.nameOf(author), href: this.links.annotation(id) },
    ]);
  }

  private passages(): Block[] {
    const asked = new Set(this.open.slice(0, MOST_QUESTIONS).map(({ thread }) => thread));
    const hot = byThread(this.news)
      .filter(([first, ...more]) => first && more.length > 0 && !asked.has(first.thread))
      .sort((a, b) => b.length - a.length)
      .slice(0, MOST_PASSAGES);
    if (hot.length === 0) return [];
    return [
      { kind: 'label', text: 'Where they dwelt' },
      ...hot.flatMap((said): Block[] => {
        const [first] = said;
        if (!first) return [];
        const people = [...new Set(said.map(({ author }) => this.nameOf(author)))];
        return [
          { kind: 'quote', text: shorten(first.passage, PASSAGE) },
          {
            kind: 'text',
            runs: [
              `${count(said.length, 'contribution')} by ${list(people.slice(0, MOST_NAMES))}. `,
              { kind: 'link', text: 'Read', href: this.links.annotation(first.thread) },
            ],
          },
        ];
      }),
    ];
  }

  private people(): Block[] {
    const began = new Set(this.news.map(({ author }) => author));
    const sinceAt = this.facts.sinceAt ?? this.news[0]?.at ?? this.clock.now;
    const others = this.facts.members.filter(({ member, role }) => member !== this.reader && role === 'participant');
    const first = others.filter((one) => began.has(one.member) && one.first !== undefined && one.first >= sinceAt);
    const quietSince = new Date(Date.parse(this.clock.now) - QUIET_DAYS * 86_400_000).toISOString();
    const quiet = others.filter(({ last }) => last !== undefined && last < quietSince);
    const silent = others.filter(({ last }) => last === undefined);
    const runs: Run[] = [
      ...this.facts.assignments.flatMap((asked) => this.participation(asked, others)),
      ...this.named('Quiet for more than a week: ', quiet),
      ...this.named('Has not written yet: ', silent),
      ...(this.facts.sinceAt === undefined ? [] : this.named('First contributions: ', first)),
    ];
    return runs.length === 0
      ? []
      : [
          { kind: 'label', text: 'People' },
          { kind: 'text', runs },
        ];
  }

  /** What became of the text and of the class since the last one. */
  private changes(): Block[] {
    const { imports, orphans, members, since: from } = this.facts;
    const came = members.filter(({ joined, member }) => joined > from && member !== this.reader);
    const isFirst = this.facts.sinceAt === undefined;
    const blocks: Block[] = [];
    for (const { title, version } of imports.filter((one) => !isFirst || one.version > 1)) {
      blocks.push({
        kind: 'text',
        runs: [version === 1 ? 'New: ' : `Version ${version} of `, { kind: 'bold', text: title }, '.'],
      });
    }
    if (!isFirst && came.length > 0) blocks.push({ kind: 'text', runs: this.named('Joined: ', came) });
    if (orphans.length > 0) {
      const runs: Run[] = [
        `${Count(orphans.length, 'thread')} lost ${orphans.length === 1 ? 'its' : 'their'} passage when the text was revised: `,
        ...orphans
          .slice(0, MOST_ORPHANS)
          .flatMap((one, index): Run[] => [
            ...(index > 0 ? ['; '] : []),
            { kind: 'link', text: `‘${shorten(one.passage, ORPHAN)}’`, href: this.links.annotation(one.id) },
          ]),
        orphans.length > MOST_ORPHANS ? ` and ${count(orphans.length - MOST_ORPHANS, 'more', 'more')}.` : '.',
      ];
      blocks.push({ kind: 'text', runs });
    }
    return blocks.length === 0 ? [] : [{ kind: 'label', text: 'What changed' }, ...blocks];
  }

  /** Who has written what was asked for, and who has not. */
  private participation(asked: AssignmentFacts, participants: readonly MemberFacts[]): Run[] {
    if (asked.contributions === 0) return [];
    const lacking = participants.filter(({ member }) => (asked.written[member] ?? 0) < asked.contributions);
    const isPast = asked.due < this.clock.now;
    const what = `${asked.to === undefined ? 'The whole article' : `Up to ‘${asked.to}’`}, ${isPast ? 'asked for by' : 'due'} ${day(asked.due, this.clock)}: `;
    const done = `${participants.length - lacking.length} of ${participants.length} have written ${count(asked.contributions, 'contribution')} or more. `;
    return [what, done, ...(lacking.length > 0 ? this.named('Not yet: ', lacking) : [])];
  }

  private named(what: string, members: readonly MemberFacts[]): Run[] {
    if (members.length === 0) return [];
    const shown = members.slice(0, MOST_NAMES).map(({ member }) => this.nameOf(member));
    const more = members.length - shown.length;
    return [what, { kind: 'bold', text: list(more > 0 ? [...shown, `${more} more`] : shown) }, '. '];
  }

  private nameOf = (member: string): string => this.#names.get(member) ?? 'Somebody';
}
