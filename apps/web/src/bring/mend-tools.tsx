import { type MouseEvent, type ReactNode, useState } from 'react';
import { type Article, type Block, type BlockId, canMerge, type Mending, type Section } from '#article';
import { elementOf, offsetIn } from '../article/text-map.ts';
import { m } from '../messages/messages.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { CutIcon, DeeperIcon, HigherIcon, JoinIcon } from '../ui/tool-icons.tsx';

interface MendToolsProps {
  article: Article;
  id: BlockId;
  mend: (mending: Mending) => void;
}

/** What can be done to a passage before it is published: a little bar at its upper edge. */
export function MendTools({ article, id, mend }: MendToolsProps) {
  const section = article.sections.find((it) => it.id === id);
  if (section) return <HeadingTools section={section} mend={mend} />;
  const { before, block } = placeOf(article, id);
  return block ? <BlockTools before={before} block={block} mend={mend} /> : null;
}

function HeadingTools({ section: { id, title, level }, mend }: { section: Section; mend: MendToolsProps['mend'] }) {
  const to = (next: number) => () => mend({ type: 'level', section: id, level: next });
  const [typed, setTyped] = useState<string>();
  const end = () => {
    if (typed !== undefined && typed !== title) mend({ type: 'heading', section: id, title: typed });
    setTyped(undefined);
  };
  return (
    <Bar>
      <Tool label={m.bring.mend.higher} off={level <= 1} act={to(level - 1)}>
        <HigherIcon />
      </Tool>
      <Tool label={m.bring.mend.lower} off={level >= 9} act={to(level + 1)}>
        <DeeperIcon />
      </Tool>
      <input
        className="input"
        aria-label={m.bring.headingField}
        value={typed ?? title}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={end}
        onKeyDown={(event) => event.key === 'Enter' && end()}
      />
    </Bar>
  );
}

interface BlockToolsProps {
  before: Block | undefined;
  block: Block;
  mend: MendToolsProps['mend'];
}

function BlockTools({ before, block, mend }: BlockToolsProps) {
  const { id } = block;
  const [hint, setHint] = useState(false);
  const split = () => {
    const at = cursorIn(id);
    setHint(at === undefined);
    if (at !== undefined) mend({ type: 'split', block: id, at });
  };
  return (
    <Bar>
      {canMerge(before, block) && (
        <Tool label={m.bring.mend.merge} act={() => mend({ type: 'merge', block: id })}>
          <JoinIcon />
        </Tool>
      )}
      {canMerge(block, block) && (
        <Tool label={m.bring.mend.split} act={split}>
          <CutIcon />
        </Tool>
      )}
      <Tool label={m.bring.mend.drop} act={() => mend({ type: 'drop', block: id })}>
        <CloseIcon />
      </Tool>
      {hint && <output>{m.bring.mend.splitHint}</output>}
    </Bar>
  );
}

const Bar = ({ children }: { children: ReactNode }) => (
  <div className="mend" role="toolbar" aria-label={m.bring.mend.tools}>
    {children}
  </div>
);

interface ToolProps {
  label: string;
  off?: boolean;
  act: () => void;
  children: ReactNode;
}

/** Keeps what is selected in the text: the cursor says where to split. */
function Tool({ label, off = false, act, children }: ToolProps) {
  const keepSelection = (event: MouseEvent) => event.preventDefault();
  return (
    <button type="button" disabled={off} onMouseDown={keepSelection} onClick={act}>
      {children}
      <span>{label}</span>
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
