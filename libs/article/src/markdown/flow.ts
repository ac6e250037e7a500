/** The nodes of a Markdown document as a flow of headings and blocks. */
import type { RootContent } from 'mdast';
import type { Flow } from '../assemble.ts';
import type { DraftBlock } from '../draft.ts';
import { withCaption } from '../draft-blocks.ts';
import { type Prose, sliced } from '../prose.ts';
import { blocksOf } from './blocks.ts';
import { type Context, lineOf } from './context.ts';
import { proseOf } from './phrasing.ts';

export const flowOf = (nodes: readonly RootContent[], context: Context): Flow[] =>
  withTableCaptions(nodes.flatMap((node) => flowOfNode(node, context)));

/** Markdown has no captions for tables: a line that is no sentence stands below one, or above it with a number. */
function withTableCaptions(flow: readonly Flow[]): Flow[] {
  const settled: Flow[] = [];
  for (const it of flow) {
    const last = settled.at(-1);
    const [table, caption] = [tableIn(last), captionIn(it)];
    if (table && caption && (NUMBERED.test(caption.text) || !FINISHED.test(caption.text))) {
      settled[settled.length - 1] = { type: 'block', block: withCaption(table, unsigned(caption)) };
    } else if (tableIn(it) && NUMBERED.test(captionIn(last)?.text ?? '')) {
      const [below, above] = [tableIn(it), captionIn(last)];
      if (below && above) settled[settled.length - 1] = { type: 'block', block: withCaption(below, unsigned(above)) };
    } else settled.push(it);
  }
  return settled;
}

const LONGEST_CAPTION = 150;
const FINISHED = /^\p{Ll}|[.,:;!?…]["”’»)\]]?$/u;
/** `Table 1: …`, or `: …` as Pandoc has it. */
const NUMBERED = /^(?:tab(?:le|elle|leau|la)?\.?\s*\d{1,3}[a-z]?\s*[.:|–—]|(?:table)?:\s)/i;

function tableIn(it: Flow | undefined): Extract<DraftBlock, { type: 'table' }> | undefined {
  const block = it?.type === 'block' ? it.block : undefined;
  return block?.type === 'table' && block.caption === undefined ? block : undefined;
}

function captionIn(it: Flow | undefined): DraftBlock | undefined {
  const block = it?.type === 'block' ? it.block : undefined;
  return block?.type === 'paragraph' && block.text.length <= LONGEST_CAPTION ? block : undefined;
}

/** Without the colon that says that it is one. */
function unsigned(caption: Prose): Prose {
  const sign = /^(?:table)?:\s+/i.exec(caption.text)?.[0].length ?? 0;
  return sliced(caption, sign, caption.text.length);
}

const flowOfNode = (node: RootContent, context: Context): Flow[] =>
  node.type === 'heading'
    ? [
        {
          type: 'heading',
          depth: node.depth,
          title: proseOf(node.children, context),
          place: { line: lineOf(node) },
        },
      ]
    : blocksOf(node, context).map((block) => ({ type: 'block', block }));
