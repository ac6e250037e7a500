import type { Article, BlockId } from '#article';
import { m } from '../messages/messages.ts';
import { useMedia } from '../ui/use-media.ts';
import { BESIDE } from './widths.ts';

interface PreviewOutlineProps {
  article: Article;
  onShow: (passage: BlockId) => void;
}

/** The sections by their levels, and how much of everything there is. */
export function PreviewOutline({ article, onShow }: PreviewOutlineProps) {
  const { sections, notes, references = [] } = article;
  const blocks = sections.flatMap((section) => section.blocks);
  const pictures = blocks.filter((block) => block.type === 'figure' && block.image).length;
  const facts = [
    m.bring.paragraphs(blocks.length),
    ...(notes.length > 0 ? [m.bring.notes(notes.length)] : []),
    ...(references.length > 0 ? [m.bring.references(references.length)] : []),
    ...(pictures > 0 ? [m.bring.pictures(pictures)] : []),
  ];
  return (
    <details open={!useMedia(BESIDE)}>
      <summary>
        {m.bring.outline} <small>{facts.join(', ')}</small>
      </summary>
      <ol>
        {sections.map(({ id, title, level, blocks: own }) => (
          <li key={id} data-level={Math.min(level, 4)}>
            <button type="button" onClick={() => onShow(title === '' ? (own[0]?.id ?? id) : id)}>
              <span>{title || m.bring.untitled}</span>
              <small>{own.length}</small>
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
