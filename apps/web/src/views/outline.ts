/** The outline as a dashboard: what was said in each section, how much of it is new, and who is there. */
import type { Article, BlockId } from '#article';
import type { PresenceFrame } from '#protocol';
import type { MemberId } from '#seminar';
import { ABSTRACT, BACK, NOTES, type Place, REFERENCES } from './numbering.ts';
import type { ThreadView } from './threads.ts';

export interface OutlineEntry {
  id: BlockId;
  title: string;
  /** 1 for a section, 2 for a subsection … */
  level: number;
  /** Annotations and replies on it. */
  said: number;
  fresh: number;
  /** How much was said compared with the busiest section, 0 to 1. */
  share: number;
  /** Who has it in view, I not among them. */
  here: readonly MemberId[];
}

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
  threads: readonly ThreadView[],
  here: PresenceFrame['here'],
  me: MemberId,
  titles: PartTitles,
): readonly OutlineEntry[] {
  const said = new Map<BlockId, { said: number; fresh: number }>();
  for (const { passages, replies, fresh, deleted } of threads) {
    const section = passages[0] && places.get(passages[0].block)?.section;
    if (!section) continue;
    const sum = said.get(section) ?? { said: 0, fresh: 0 };
    said.set(section, { said: sum.said + replies + (deleted ? 0 : 1), fresh: sum.fresh + fresh });
  }
  const most = Math.max(1, ...[...said.values()].map((sum) => sum.said));
  const entry = (id: BlockId, title: string, level: number): OutlineEntry => {
    const sum = said.get(id) ?? { said: 0, fresh: 0 };
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
