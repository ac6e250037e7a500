/** The document model before its parts have ids: what the formats' readers make. */
import type { Article, Block, Note, Section } from './model.ts';

type WithoutId<Part> = Part extends { id: unknown } ? Omit<Part, 'id'> : never;

/** A block that has no id yet. */
export type DraftBlock = WithoutId<Block>;

/** A section whose blocks, like itself, have no ids yet. */
export interface DraftSection extends Omit<Section, 'id' | 'blocks'> {
  blocks: DraftBlock[];
}

/** A note that has no id yet. */
export type DraftNote = WithoutId<Note>;

/** An article none of whose parts has an id yet; `withIds` gives them. */
export interface DraftArticle extends Omit<Article, 'abstract' | 'sections' | 'notes' | 'back'> {
  abstract: DraftBlock[];
  sections: DraftSection[];
  notes: DraftNote[];
  back: DraftBlock[];
}

/** The section that a block goes to: the last one, or one without a title where there is none yet. */
export function lastSection(sections: DraftSection[]): DraftSection {
  const last = sections.at(-1);
  if (last) return last;
  const untitled: DraftSection = { title: '', level: 1, blocks: [] };
  sections.push(untitled);
  return untitled;
}
