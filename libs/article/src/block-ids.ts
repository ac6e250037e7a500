/**
 * Ids that come from the content and from nothing else: the same file read twice, on whatever machine, gives the same
 * ids, and a paragraph keeps its id when others around it change. A title gives a readable id (`the-birth-of-ssc`),
 * a note its label (`note-12`), a block the hash of its text (`p-1x8kq0zt4m2`). What would be taken already gets the
 * next free number behind it: `p-1x8kq0zt4m2-2`.
 */
import type { DraftArticle, DraftBlock, DraftMark } from './draft.ts';
import { type Article, type Block, BlockId, type Mark } from './model.ts';

const PREFIX = {
  paragraph: 'p',
  quotation: 'q',
  verse: 'v',
  code: 'c',
  list: 'l',
  table: 't',
  figure: 'f',
  formula: 'm',
  rule: 'hr',
} as const satisfies Record<DraftBlock['type'], string>;

/** Leaves room for a number behind it within the 80 characters of a `BlockId`. */
const SLUG_LENGTH = 60;

/** The article with an id on every section, block, note and reference, unique within it. */
export function withIds({ abstract, sections, back, notes, references = [], ...front }: DraftArticle): Article {
  const free = freshIds();
  const ids = new Map<string, BlockId>();
  const named = (key: string | undefined, wanted: string): BlockId => {
    const id = free(wanted);
    if (key !== undefined && !ids.has(key)) ids.set(key, id);
    return id;
  };
  // Notes first: whatever a section is called, note 12 is `note-12`.
  const heldNotes = notes.map(({ key, ...note }) => ({
    ...note,
    id: named(key, `note-${slug(note.label) || hash(note.label)}`),
  }));
  const identified = ({ key, ...block }: DraftBlock) => ({
    ...block,
    id: named(key, `${PREFIX[block.type]}-${hash(contentOf(block))}`),
  });
  const heldAbstract = abstract.map(identified);
  const headed = sections.map(({ key, ...section }) => ({
    ...section,
    id: named(key, slug(section.title) || 'section'),
  }));
  const heldSections = headed.map((section) => ({ ...section, blocks: section.blocks.map(identified) }));
  const heldBack = back.map(identified);
  const heldReferences = references.map(({ key, ...entry }) => ({
    ...entry,
    id: named(key, `ref-${hash(entry.text)}`),
  }));

  // Only now is it known what every key stands for.
  const pointed = (marks: readonly DraftMark[]) => marks.flatMap((mark) => pointing(mark, ids));
  const settled = (block: ReturnType<typeof identified>): Block => ({ ...block, marks: pointed(block.marks) });
  return {
    ...front,
    abstract: heldAbstract.map(settled),
    sections: heldSections.map((section) => ({ ...section, blocks: section.blocks.map(settled) })),
    back: heldBack.map(settled),
    notes: heldNotes.map((note) => ({ ...note, marks: pointed(note.marks) })),
    ...(heldReferences.length > 0 && {
      references: heldReferences.map((entry) => ({ ...entry, marks: pointed(entry.marks) })),
    }),
  };
}

/** What tells a block from others: its text, or where there is none its picture. */
const contentOf = (block: DraftBlock): string =>
  block.type === 'figure' && block.text === '' ? (block.image?.asset ?? '') : block.text;

/** The mark with the id that its key stands for; none where nothing has that key. */
function pointing({ target, ...mark }: DraftMark, ids: ReadonlyMap<string, BlockId>): Mark[] {
  if (mark.type !== 'reference') return [mark];
  const id = target === undefined ? undefined : ids.get(target);
  return id === undefined ? [] : [{ ...mark, target: id }];
}

/** Hands out each id once; the second asker gets `-2`, the third `-3`. */
function freshIds(): (wanted: string) => BlockId {
  const taken = new Set<string>();
  const asked = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    let count = asked.get(wanted) ?? 0;
    do {
      count += 1;
      if (count > 1) id = `${wanted}-${count}`;
    } while (taken.has(id));
    asked.set(wanted, count);
    taken.add(id);
    return BlockId.parse(id);
  };
}

/** A title as part of an address: letters and digits in lower case without accents, words joined by hyphens. */
export function slug(title: string): string {
  const words = title
    .slice(0, 10 * SLUG_LENGTH)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  if (!words) return '';
  let slugged = '';
  for (const word of words) {
    const longer = slugged === '' ? word : `${slugged}-${word}`;
    if (longer.length > SLUG_LENGTH) break;
    slugged = longer;
  }
  return (
    slugged ||
    Array.from(words[0] ?? '')
      .slice(0, SLUG_LENGTH / 2)
      .join('')
  );
}

/**
 * 53 bits of a text in base 36: bryc's cyrb53, two multiply-xor lanes, as even as FNV-1a and quick in plain
 * JavaScript. White space and Unicode's compatibility forms don't count, so a re-wrapped text hashes the same.
 */
export function hash(text: string): string {
  const normal = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < normal.length; index++) {
    const unit = normal.charCodeAt(index);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}
