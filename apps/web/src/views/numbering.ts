/** Where everything stands in an article: the number people cite, the section, the order of reading. */
import { type Article, type BlockId, blockId } from '#article';

export interface Place {
  /** 0, 1, 2 … in reading order, over front matter, body, back matter and notes. */
  order: number;
  /** The section it belongs to: a section's id, or one of the parts around them. */
  section: BlockId;
  /** The number one cites, counted through the body; headings, rules, abstract and notes have none. */
  number?: number | undefined;
  /** Of a note: its label. */
  label?: string | undefined;
}

/** The parts that are no sections. */
export const ABSTRACT = blockId('abstract-part');
export const BACK = blockId('back-part');
export const REFERENCES = blockId('references-part');
export const NOTES = blockId('notes-part');

/** The place of every passage of the article, by its id. */
export function placesOf(article: Article): ReadonlyMap<BlockId, Place> {
  const places = new Map<BlockId, Place>();
  const add = (id: BlockId, place: Omit<Place, 'order'>) => places.set(id, { order: places.size, ...place });
  let number = 0;
  for (const { id } of article.abstract) add(id, { section: ABSTRACT });
  for (const { id: section, blocks } of article.sections) {
    add(section, { section });
    for (const { id, type } of blocks) add(id, { section, ...(type !== 'rule' && { number: ++number }) });
  }
  for (const { id } of article.back) add(id, { section: BACK });
  for (const { id } of article.references ?? []) add(id, { section: REFERENCES });
  for (const { id, label } of article.notes) add(id, { section: NOTES, label });
  return places;
}
