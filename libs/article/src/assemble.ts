/**
 * Sections of blocks, with the abstract, the keywords, the back matter and the bibliography where their headings say so.
 * Markdown, HTML and Word documents come here as the same flow of headings and blocks, and so become the same article.
 */
import { type Diagnostic, type DiagnosticPlace, diagnose } from './diagnostic.ts';
import { type DraftBlock, type DraftReference, type DraftSection, lastSection } from './draft.ts';
import { type KnownPart, knownPart } from './known-titles.ts';
import { concat, marked, type Prose, plain, sliced, trimmed } from './prose.ts';

/** A heading as deep as the source says, or a block. */
export type Flow =
  | { type: 'heading'; depth: number; title: Prose; key?: string | undefined; place: DiagnosticPlace }
  | { type: 'block'; block: DraftBlock };

type Heading = Extract<Flow, { type: 'heading' }>;

export interface Body {
  abstract: DraftBlock[];
  keywords: string[];
  sections: DraftSection[];
  back: DraftBlock[];
  references: DraftReference[];
  diagnostics: Diagnostic[];
}

const DEEPEST = 9;

/** Divides the flow at its headings. The topmost headings are of level 1, whatever their depth in the source. */
export function assemble(flow: readonly Flow[]): Body {
  const body: Body = { abstract: [], keywords: [], sections: [], back: [], references: [], diagnostics: [] };
  const top = Math.min(DEEPEST, ...flow.map((it) => (it.type === 'heading' ? it.depth : DEEPEST)));
  let part: KnownPart | undefined;
  /** References of a title; titles have none in the model, so the block below it takes them. */
  let moved: Prose['notes'] = [];
  for (const it of withoutLastRule(flow)) {
    if (it.type === 'block') {
      add(body, part, { ...it.block, notes: [...moved, ...it.block.notes] });
      moved = [];
      continue;
    }
    const title = trimmed(it.title);
    part = partOf(title.text, it, top, part);
    moved = title.notes.map(({ label }) => ({ label, at: 0 }));
    for (const { label } of moved) {
      const facts = { label, words: title.text };
      body.diagnostics.push(diagnose('read/reference-moved', it.place, 'reference-moved', facts));
    }
    if (part === 'back') body.back.push({ type: 'paragraph', ...marked(plain(title.text), { type: 'strong' }) });
    else if (!isApart(part)) {
      const level = Math.min(DEEPEST, it.depth - top + 1);
      body.sections.push({ title: title.text, level, blocks: [], ...(it.key !== undefined && { key: it.key }) });
    }
  }
  return liftReferences(body);
}

/** The title that is known; else a heading that stands above all others, at the head and alone of its level. */
export function takeTitle(flow: readonly Flow[], known: string | undefined): { title: string; rest: readonly Flow[] } {
  const [first] = flow;
  const headings = flow.filter((it) => it.type === 'heading');
  const standsAlone =
    first?.type === 'heading' && headings.every((other) => other === first || other.depth > first.depth);
  const words = first?.type === 'heading' ? first.title.text : first?.block.text;
  const repeats = known !== undefined && words?.trim() === known;
  if (repeats || (known === undefined && standsAlone)) return { title: words?.trim() ?? '', rest: flow.slice(1) };
  return { title: known ?? '', rest: flow };
}

/** A rule at the very end parts the text from its notes, which are no part of the flow. */
const withoutLastRule = (flow: readonly Flow[]): readonly Flow[] => {
  const last = flow.at(-1);
  return last?.type === 'block' && last.block.type === 'rule' ? withoutLastRule(flow.slice(0, -1)) : flow;
};

/** Below the heading of the abstract or of the back matter, lesser headings are part of it. */
function partOf(title: string, { depth }: Heading, top: number, current: KnownPart | undefined): KnownPart | undefined {
  const known = knownPart(title);
  const within = (current === 'abstract' || current === 'back') && depth > top && known === undefined;
  return within ? current : known;
}

/** Parts that are no sections. `Notes` is a heading that the footnotes of the source stand below. */
const isApart = (part: KnownPart | undefined): boolean =>
  part === 'abstract' || part === 'keywords' || part === 'notes';

function add(body: Body, part: KnownPart | undefined, block: DraftBlock): void {
  switch (part) {
    case 'abstract':
      body.abstract.push(block);
      break;
    case 'keywords':
      body.keywords.push(...keywordsIn(block.text));
      break;
    case 'back':
    case 'notes':
      body.back.push(block);
      break;
    default: {
      const { blocks } = lastSection(body.sections);
      const last = blocks.at(-1);
      // Stanzas of one poem, which some sources have as paragraphs.
      if (last?.type === 'verse' && block.type === 'verse') blocks[blocks.length - 1] = stanzas(last, block);
      else blocks.push(block);
    }
  }
}

const stanzas = (first: DraftBlock, second: DraftBlock): DraftBlock => ({
  type: 'verse',
  ...concat([first, second], '\n\n'),
  ...(first.key !== undefined && { key: first.key }),
});

/** `peace; war, and letters` as three. */
export const keywordsIn = (text: string): string[] =>
  text.split(/\s*[;,\n]\s*/u).filter((keyword) => keyword.trim() !== '');

/**
 * A section called `References` that holds entries and nothing else is the bibliography. One with parts of its own, or
 * with quotations and tables, stays the section that it is.
 */
export function liftReferences<Parts extends { sections: DraftSection[]; references?: DraftReference[] | undefined }>(
  parts: Parts,
): Parts & { references: DraftReference[] } {
  const at = parts.sections.findLastIndex(({ title }) => knownPart(title) === 'references');
  const [section, next] = [parts.sections[at], parts.sections[at + 1]];
  const entries = section?.blocks.every(({ type }) => type === 'paragraph' || type === 'list') ?? false;
  const isWhole = section !== undefined && at > 0 && (next === undefined || next.level <= section.level);
  if (!section || !entries || !isWhole || section.blocks.length === 0) {
    return { ...parts, references: parts.references ?? [] };
  }
  return {
    ...parts,
    sections: parts.sections.toSpliced(at, 1),
    references: [...(parts.references ?? []), ...section.blocks.flatMap(entriesOf)],
  };
}

function entriesOf(block: DraftBlock): DraftReference[] {
  if (block.type !== 'list') {
    const { text, marks, notes, key } = block;
    return [{ ...labelled({ text, marks, notes }), ...(key !== undefined && { key }) }];
  }
  return block.items.map(({ start, end }, index) => ({
    ...(block.ordered && { label: String((block.first ?? 1) + index) }),
    ...labelled(sliced(block, start, end)),
  }));
}

/** What stands in brackets in front of an entry is what it is called in the text: `[12]`, `[Voss11]`. */
function labelled(prose: Prose): Prose & { label?: string } {
  const [all, label] = /^\[([\p{L}\p{N}+.:-]{1,20})\]\s+(?=\S)/u.exec(prose.text) ?? [];
  return all === undefined || label === undefined ? prose : { ...sliced(prose, all.length, prose.text.length), label };
}
