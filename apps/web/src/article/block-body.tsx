import { createElement, type ReactNode, useContext } from 'react';
import type { Block } from '#article';
import { m } from '../messages/messages.ts';
import { ArticleContext } from './article-context.ts';
import { Formula } from './formula.tsx';
import { InlineText } from './inline-text.tsx';

type ListBlock = Extract<Block, { type: 'list' }>;
type TableBlock = Extract<Block, { type: 'table' }>;
type FigureBlock = Extract<Block, { type: 'figure' }>;

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
    case 'figure':
      return <FigureBody block={block} />;
    case 'formula':
      return (
        <div className="formula">
          <Formula mathml={block.mathml}>
            <InlineText prose={block} />
          </Formula>
        </div>
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

/** A picture with its caption; where the picture is gone, a frame says so. */
function FigureBody({ block: figure }: { block: FigureBlock }) {
  const { addressOf } = useContext(ArticleContext);
  const { image } = figure;
  const address = image && addressOf(image.asset);
  return (
    <figure>
      {address === undefined ? (
        <p className="no-picture">{image?.alternative || m.article.noPicture}</p>
      ) : (
        <img src={address} alt={image?.alternative ?? ''} loading="lazy" />
      )}
      {figure.text !== '' && (
        <figcaption>
          <InlineText prose={figure} />
        </figcaption>
      )}
    </figure>
  );
}
