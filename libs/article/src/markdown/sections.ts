/** Sections of blocks, with the abstract, the keywords and the back matter where their headings say so. */
import type { Heading, RootContent } from 'mdast';
import { quoted } from '../diagnostic.ts';
import { type DraftBlock, type DraftSection, lastSection } from '../draft.ts';
import { type KnownPart, knownPart } from '../known-titles.ts';
import { marked, type Prose, plain, trimmed } from '../prose.ts';
import { blocksOf } from './blocks.ts';
import type { Context } from './context.ts';
import { proseOf } from './phrasing.ts';

export interface Body {
  abstract: DraftBlock[];
  keywords: string[];
  sections: DraftSection[];
  back: DraftBlock[];
}

/** Divides the nodes at their headings. The topmost headings are of level 1, whatever their depth in the source. */
export function sectionsOf(nodes: readonly RootContent[], context: Context): Body {
  const body: Body = { abstract: [], keywords: [], sections: [], back: [] };
  const top = Math.min(...nodes.map((node) => (node.type === 'heading' ? node.depth : 6)));
  let part: KnownPart | undefined;
  /** References of a title; titles have none in the model, so the block below it takes them. */
  let moved: Prose['notes'] = [];
  for (const node of nodes) {
    if (node.type === 'heading') {
      const title = trimmed(proseOf(node.children, context));
      part = partOf(title.text, node, top, part);
      moved = title.notes.map(({ label }) => ({ label, at: 0 }));
      for (const { label } of moved) {
        const message = `Moved the reference to note ${label} from the title ${quoted(title.text)} to the text below it.`;
        context.report('read/reference-moved', node, message);
      }
      if (part === 'back') body.back.push({ type: 'paragraph', ...marked(plain(title.text), { type: 'strong' }) });
      else if (!isApart(part)) body.sections.push({ title: title.text, level: node.depth - top + 1, blocks: [] });
      continue;
    }
    for (const block of blocksOf(node, context)) {
      add(body, part, { ...block, notes: [...moved, ...block.notes] });
      moved = [];
    }
  }
  return body;
}

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
      body.keywords.push(...block.text.split(/\s*[;,\n]\s*/u).filter((keyword) => keyword !== ''));
      break;
    case 'back':
    case 'notes':
      body.back.push(block);
      break;
    default:
      lastSection(body.sections).blocks.push(block);
  }
}
