import { createElement, type ReactNode } from 'react';
import type { Block } from '#article';
import { InlineText } from './inline-text.tsx';

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
    case 'code':
      return (
        <pre data-language={block.language}>
          <code>
            <InlineText prose={block} />
          </code>
        </pre>
      );
    case 'list':
      return <ListBody block={block} from={0} level={0} />;
    case 'table':
      return <TableBody block={block} />;
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
  return createElement(block.ordered ? 'ol' : 'ul', {}, items);
}

function TableBody({ block }: { block: TableBlock }) {
  const cell = ({ start, end, header }: TableBlock['rows'][number][number]) =>
    createElement(header ? 'th' : 'td', { key: start }, <InlineText prose={block} from={start} to={end} />);
  return (
    <div className="table">
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
    </div>
  );
}
