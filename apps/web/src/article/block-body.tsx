import { createElement, type ReactNode } from 'react';
import type { Block } from '#article';
import { m } from '../messages/messages.ts';
import { FigureBody } from './figure-body.tsx';
import { Formula } from './formula.tsx';
import { InlineText } from './inline-text.tsx';
import { ScrollingBox } from './scrolling-box.tsx';

type ListBlock = Extract<Block, { type: 'list' }>;
type TableBlock = Extract<Block, { type: 'table' }>;

/** The words of a block in the element that is meant for its kind. */
export function BlockBody({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <InlineText prose={block} />
        </p>
      );
    case 'quotation':
      return (
        <blockquote>
          <InlineText prose={block} />
        </blockquote>
      );
    case 'verse':
      return (
        <blockquote className="verse">
          <InlineText prose={block} />
        </blockquote>
      );
    case 'code':
      return (
        <ScrollingBox className="code" label={m.article.codeScrolls}>
          <pre data-language={block.language}>
            <code>
              <InlineText prose={block} />
            </code>
          </pre>
        </ScrollingBox>
      );
    case 'list':
      return <ListBody block={block} from={0} level={0} />;
    case 'table':
      return <TableBody block={block} />;
    case 'figure':
      return <FigureBody block={block} />;
    case 'formula':
      return (
        <ScrollingBox className="formula" label={m.article.formulaScrolls}>
          <Formula mathml={block.mathml} image={block.image}>
            <InlineText prose={block} />
          </Formula>
        </ScrollingBox>
      );
    case 'rule':
      return <hr />;
  }
}

/** The items from here on at this level; deeper ones nest inside the item before them. */
function ListBody({ block, from, level }: { block: ListBlock; from: number; level: number }) {
  const items: ReactNode[] = [];
  for (let i = from; i < block.items.length; i++) {
    const item = block.items[i];
    if (!item || (item.level < level && i > from)) break;
    if (item.level > level && i > from) continue;
    const next = block.items[i + 1];
    items.push(
      <li key={item.start}>
        <InlineText prose={block} from={item.start} to={item.end} />
        {next && next.level > item.level && <ListBody block={block} from={i + 1} level={next.level} />}
      </li>,
    );
  }
  return block.ordered ? <ol start={level === 0 ? block.first : undefined}>{items}</ol> : <ul>{items}</ul>;
}

function TableBody({ block }: { block: TableBlock }) {
  const cell = ({ start, end, header, columns, rows }: TableBlock['rows'][number][number]) =>
    createElement(
      header ? 'th' : 'td',
      { key: start, colSpan: columns, rowSpan: rows },
      <InlineText prose={block} from={start} to={end} />,
    );
  return (
    <ScrollingBox className="table" label={m.article.tableScrolls}>
      <table>
        {block.caption && (
          <caption>
            <InlineText prose={block} from={block.caption.start} to={block.caption.end} />
          </caption>
        )}
        <tbody>
          {block.rows.map((row) => (
            <tr key={row[0]?.start ?? 'empty'}>{row.map(cell)}</tr>
          ))}
        </tbody>
      </table>
    </ScrollingBox>
  );
}
