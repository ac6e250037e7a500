/** The nodes of a Markdown document as a flow of headings and blocks. */
import type { RootContent } from 'mdast';
import type { Flow } from '../assemble.ts';
import { blocksOf } from './blocks.ts';
import { type Context, lineOf } from './context.ts';
import { proseOf } from './phrasing.ts';

export const flowOf = (nodes: readonly RootContent[], context: Context): Flow[] =>
  nodes.flatMap((node): Flow[] =>
    node.type === 'heading'
      ? [
          {
            type: 'heading',
            depth: node.depth,
            title: proseOf(node.children, context),
            place: { line: lineOf(node) },
          },
        ]
      : blocksOf(node, context).map((block) => ({ type: 'block', block })),
  );
