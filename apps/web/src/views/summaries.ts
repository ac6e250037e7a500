/** What was said on each section of an article, as it can be shown: nothing that rests on deleted words. */
import type { BlockId } from '#article';
import {
  type AnnotationId,
  type ArticleId,
  type Folded,
  type MemberId,
  type SectionSummary,
  sectionName,
} from '#seminar';

export interface SummaryView {
  section: BlockId;
  pinned: boolean;
  hidden: boolean;
  newest: SectionSummary;
  issues: readonly (readonly SentenceView[])[];
  openQuestions: number;
  /** The older ones, the newest first. */
  earlier: readonly SectionSummary[];
}

export interface SentenceView {
  text: string;
  kind: SectionSummary['sentences'][number]['kind'];
  /** Whom it rests on, each author once. */
  cites: readonly { annotation: AnnotationId; author: MemberId }[];
}

/** By section. */
export function summariesOf({ state, contents }: Folded, article: ArticleId): ReadonlyMap<BlockId, SummaryView> {
  const views = new Map<BlockId, SummaryView>();
  for (const versions of contents.summaries.values()) {
    const newest = versions.last();
    const kept = newest && state.summaries.get(sectionName(newest));
    if (!newest || !kept || newest.article !== article) continue;
    const issues = issuesOf(newest, state.annotations);
    if (issues.length === 0) continue;
    views.set(newest.section, {
      section: newest.section,
      pinned: kept.pinned,
      hidden: kept.hidden,
      newest,
      issues,
      openQuestions: issues.flat().filter(({ kind }) => kind === 'question').length,
      earlier: versions.butLast().reverse().toArray(),
    });
  }
  return views;
}

export function issuesOf(summary: SectionSummary, annotations: Folded['state']['annotations']): SentenceView[][] {
  const issues: SentenceView[][] = [];
  for (const { text, kind, issue, cites } of summary.sentences) {
    const [source] = cites;
    if (!source || annotations.get(source)?.deleted !== false) continue;
    const seen = new Set<MemberId>();
    const there = cites.flatMap((annotation) => {
      const cited = annotations.get(annotation);
      if (!cited || cited.deleted || seen.has(cited.author)) return [];
      seen.add(cited.author);
      return [{ annotation, author: cited.author }];
    });
    issues[issue] = [...(issues[issue] ?? []), { text, kind, cites: there }];
  }
  return issues.filter((issue) => issue !== undefined);
}

/** The same to look at. */
export const sameSummary = (a: SummaryView | undefined, b: SummaryView | undefined): boolean =>
  a === b ||
  (a?.newest === b?.newest &&
    a?.pinned === b?.pinned &&
    a?.hidden === b?.hidden &&
    a?.issues.flat().length === b?.issues.flat().length);
