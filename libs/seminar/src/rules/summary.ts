import type { Event } from '../events.ts';
import type { Limits } from '../limits.ts';
import { accept, type RejectionCode, reject } from '../rejection.ts';
import type { SeminarState } from '../state.ts';
import { bodyOfSentences, type SectionKey, type SummarySentence, sectionName } from '../summaries.ts';
import type { Rule } from './rule.ts';

/** A summary takes in more of the log than the one before it; one that is pinned stays. Made twice, it is there once. */
export const makeSummary: Rule<'summary.make'> = ({ data }, state, limits) => {
  const { article, version, section, from, to, language, maker, sentences } = data;
  const known = state.articles.get(article);
  if (!known) return reject('article/unknown');
  if (!known.versions.has(version)) return reject('article/unknown-version');
  const was = state.summaries.get(sectionName(data));
  if (was?.pinned) return reject('summary/pinned');
  if (was && to <= was.to) return accept();
  const objection = objectionTo(sentences, state, limits);
  if (objection) return reject(objection);
  return accept({
    type: 'summary.made',
    version: 1,
    data: {
      ...{ article, section, version, number: (was?.number ?? 0) + 1 },
      ...{ from, to, language, maker, sentences: sources(sentences) },
    },
    personal: { body: bodyOfSentences(sentences) },
  });
};

/** An instructor's wording is kept: it is pinned, so that no newer summary takes its place. */
export const editSummary: Rule<'summary.edit'> = ({ data }, state, limits) => {
  const { article, section, number, sentences } = data;
  const was = state.summaries.get(sectionName(data));
  if (!was) return reject('summary/unknown');
  if (was.number !== number) return reject('summary/changed-since');
  const objection = objectionTo(sentences, state, limits);
  if (objection) return reject(objection);
  const edited: Event = {
    type: 'summary.edited',
    version: 1,
    data: { article, section, number: number + 1, sentences: sources(sentences) },
    personal: { body: bodyOfSentences(sentences) },
  };
  return was.pinned ? accept(edited) : accept(edited, about('summary.pinned', data));
};

export const pinSummary: Rule<'summary.pin'> = ({ data }, state) => turn(data, state, 'pinned', true);
export const unpinSummary: Rule<'summary.unpin'> = ({ data }, state) => turn(data, state, 'pinned', false);
export const hideSummary: Rule<'summary.hide'> = ({ data }, state) => turn(data, state, 'hidden', true);
export const showSummary: Rule<'summary.show'> = ({ data }, state) => turn(data, state, 'hidden', false);

const TURNED = {
  pinned: { true: 'summary.pinned', false: 'summary.unpinned' },
  hidden: { true: 'summary.hidden', false: 'summary.shown' },
} as const;

function turn(section: SectionKey, state: SeminarState, what: keyof typeof TURNED, on: boolean) {
  const was = state.summaries.get(sectionName(section));
  if (!was) return reject('summary/unknown');
  return was[what] === on ? accept() : accept(about(TURNED[what][`${on}`], section));
}

const about = (
  type: 'summary.pinned' | 'summary.unpinned' | 'summary.hidden' | 'summary.shown',
  { article, section }: SectionKey,
): Event => ({ type, version: 1, data: { article, section }, personal: null });

const sources = (sentences: readonly SummarySentence[]) =>
  sentences.map(({ kind, issue, cites }) => ({ kind, issue, cites }));

function objectionTo(
  sentences: readonly SummarySentence[],
  { annotations }: SeminarState,
  { summaryCharacters }: Limits,
): RejectionCode | undefined {
  const isSaid = sentences.length > 0 && sentences.every(({ text }) => text.trim() !== '');
  if (!isSaid || bodyOfSentences(sentences).length > summaryCharacters) return 'summary/length';
  const cited = sentences.flatMap(({ cites }) => cites).map((id) => annotations.get(id));
  return cited.every((annotation) => annotation && !annotation.deleted) ? undefined : 'summary/uncited';
}
