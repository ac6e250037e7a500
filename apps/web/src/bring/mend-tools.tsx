import type { MouseEvent } from 'react';
import { type Article, type Block, type BlockId, canMerge } from '#article';
import { elementOf, offsetIn } from '../article/text-map.ts';
import { m } from '../messages/messages.ts';

export interface MendToolsProps {
  article: Article;
  id: BlockId;
  onDrop: (id: BlockId) => void;
  onMerge: (id: BlockId) => void;
  onSplit: (id: BlockId, offset: number) => void;
  onLevel: (section: BlockId, level: number) => void;
}

/** What can be done to a passage before it is published. */
export function MendTools({ article, id, onDrop, onMerge, onSplit, onLevel }: MendToolsProps) {
  const section = article.sections.find((it) => it.id === id);
  if (section) {
    return (
      <div className="mend">
        <Tool
          label={m.bring.mend.higher}
          sign="◂"
          off={section.level <= 1}
          act={() => onLevel(id, section.level - 1)}
        />
        <Tool label={m.bring.mend.lower} sign="▸" off={section.level >= 9} act={() => onLevel(id, section.level + 1)} />
      </div>
    );
  }
  const { before, block } = placeOf(article, id);
  if (!block) return null;
  const split = () => {
    const offset = cursorIn(id);
    if (offset !== undefined) onSplit(id, offset);
  };
  return (
    <div className="mend">
      {canMerge(before, block) && <Tool label={m.bring.mend.merge} sign="⤒" act={() => onMerge(id)} />}
      {canMerge(block, block) && <Tool label={m.bring.mend.split} sign="✂" act={split} />}
      <Tool label={m.bring.mend.drop} sign="✕" act={() => onDrop(id)} />
    </div>
  );
}

interface ToolProps {
  label: string;
  sign: string;
  off?: boolean;
  act: () => void;
}

/** Keeps what is selected in the text: the cursor says where to split. */
function Tool({ label, sign, off = false, act }: ToolProps) {
  const keepSelection = (event: MouseEvent) => event.preventDefault();
  return (
    <button type="button" title={label} aria-label={label} disabled={off} onMouseDown={keepSelection} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

/** A block and the one in front of it in the same part. */
function placeOf(article: Article, id: BlockId): { before?: Block | undefined; block?: Block | undefined } {
  for (const blocks of [article.abstract, ...article.sections.map((it) => it.blocks), article.back]) {
    const at = blocks.findIndex((block) => block.id === id);
    if (at !== -1) return { before: blocks[at - 1], block: blocks[at] };
  }
  return {};
}

/** Where in the text of a block the cursor is, if it is there. */
function cursorIn(id: BlockId): number | undefined {
  const selection = window.getSelection();
  const element = elementOf(id);
  const node = selection?.anchorNode;
  return selection && node && element?.contains(node) ? offsetIn(element, node, selection.anchorOffset) : undefined;
}
