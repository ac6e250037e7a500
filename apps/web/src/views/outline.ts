/** The outline as a dashboard: what was said in each section, how much of it is new, and who is there. */
import type { Article, BlockId } from '#article';
import type { PresenceFrame } from '#protocol';
import type { MemberId } from '#seminar';
import type { BlockTalk } from './heat.ts';
import { ABSTRACT, BACK, NOTES, type Place, REFERENCES } from './numbering.ts';

export interface OutlineEntry {
  id: BlockId;
  title: string;
  /** 1 for a section, 2 for a subsection … */
  level: number;
  /** Annotations and replies on it. */
  said: number;
  fresh: number;
  /** Questions that wait for an answer. */
  questions: number;
  /** How much was said compared with the busiest section, 0 to 1. */
  share: number;
  /** Who has it in view, I not among them. */
  here: readonly MemberId[];
}

type Talk = Pick<OutlineEntry, 'said' | 'fresh' | 'questions' | 'share'>;
const NO_TALK = { said: 0, fresh: 0, questions: 0 };

/** Names for the parts that are no sections. */
export interface PartTitles {
  abstract: string;
  back: string;
  references: string;
  notes: string;
}

export function outlineOf(
  article: Article,
  places: ReadonlyMap<BlockId, Place>,
  talk: ReadonlyMap<BlockId, BlockTalk>,
  here: PresenceFrame['here'],
  me: MemberId,
  titles: PartTitles,
): readonly OutlineEntry[] {
  const said = new Map<BlockId, Omit<Talk, 'share'>>();
  for (const [block, here] of talk) {
    const section = places.get(block)?.section;
    if (!section) continue;
    const sum = said.get(section) ?? NO_TALK;
    said.set(section, {
      said: sum.said + here.said,
      fresh: sum.fresh + here.fresh,
      questions: sum.questions + here.questions,
    });
  }
  const most = Math.max(1, ...[...said.values()].map((sum) => sum.said));
  const entry = (id: BlockId, title: string, level: number): OutlineEntry => {
    const sum = said.get(id) ?? NO_TALK;
    const there = here.filter(({ member, section }) => member !== me && section === id).map(({ member }) => member);
    return { id, title, level, ...sum, share: sum.said / most, here: there };
  };
  return [
    ...(article.abstract.length > 0 ? [entry(ABSTRACT, titles.abstract, 1)] : []),
    ...article.sections.map(({ id, title, level }) => entry(id, title, level)),
    ...(article.back.length > 0 ? [entry(BACK, titles.back, 1)] : []),
    ...(article.references ? [entry(REFERENCES, titles.references, 1)] : []),
    ...(article.notes.length > 0 ? [entry(NOTES, titles.notes, 1)] : []),
  ];
}
