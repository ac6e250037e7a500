/** The document model before its parts have ids: what the formats' readers make. */
import type { Article, Block, Mark, Note, Reference, Section } from './model.ts';

/** Until there are ids, a reference points to the `key` of what is meant: whatever the source calls it. */
export type DraftMark = Omit<Mark, 'target'> & { target?: string | undefined };

/** Named in the source, so that marks can point to it. */
interface Keyed {
  key?: string | undefined;
}

type Draft<Part> = Part extends { id: unknown; marks: unknown }
  ? Omit<Part, 'id' | 'marks'> & { marks: DraftMark[] } & Keyed
  : never;

/** A block that has no id yet. */
export type DraftBlock = Draft<Block>;

/** A section whose blocks, like itself, have no ids yet. */
export interface DraftSection extends Omit<Section, 'id' | 'blocks'>, Keyed {
  blocks: DraftBlock[];
}

/** A note that has no id yet. */
export type DraftNote = Draft<Note>;

/** An entry of the bibliography that has no id yet. */
export type DraftReference = Draft<Reference>;

/** An article none of whose parts has an id yet; `withIds` gives them. */
export interface DraftArticle extends Omit<Article, 'abstract' | 'sections' | 'notes' | 'back' | 'references'> {
  abstract: DraftBlock[];
  sections: DraftSection[];
  notes: DraftNote[];
  back: DraftBlock[];
  references?: DraftReference[] | undefined;
}

/** The section that a block goes to: the last one, or one without a title where there is none yet. */
export function lastSection(sections: DraftSection[]): DraftSection {
  const last = sections.at(-1);
  if (last) return last;
  const untitled: DraftSection = { title: '', level: 1, blocks: [] };
  sections.push(untitled);
  return untitled;
}
