import { Toolbar as Bar } from 'radix-ui';
import type { ReactNode } from 'react';
import { m } from '../../messages/messages.ts';
import { LinkIcon } from '../../ui/icons.tsx';
import {
  BoldIcon,
  BulletsIcon,
  CodeIcon,
  FormulaIcon,
  ItalicIcon,
  MentionIcon,
  PictureIcon,
  QuoteIcon,
} from '../../ui/tool-icons.tsx';
import {
  type Edit,
  type Field,
  formula,
  link,
  paragraph,
  prefixLines,
  quotation,
  wrap,
} from '../../views/markdown-edit.ts';

/** What the keys of a writing field do, with Ctrl or Cmd. */
export const FIELD_KEYS: Readonly<Record<string, (field: Field) => Edit>> = {
  b: (field) => wrap(field, '**'),
  i: (field) => wrap(field, '*'),
  e: (field) => wrap(field, '`'),
  k: link,
  m: formula,
};

interface ToolbarProps {
  /** The passage that can be quoted. */
  quote: string | undefined;
  previewing: boolean;
  edit: (edit: (field: Field) => Edit) => void;
  onPicture: () => void;
  onPreview: () => void;
}

/** What Markdown can do, for those who don't know its signs by heart. */
export function Toolbar({ quote, previewing, edit, onPicture, onPreview }: ToolbarProps) {
  const words = m.composer.tools;
  return (
    <Bar.Root className="write-tools" aria-label={words.label}>
      {!previewing && (
        <>
          <Tool label={words.bold} keys="b" icon={<BoldIcon />} run={() => edit((it) => wrap(it, '**'))} />
          <Tool label={words.italic} keys="i" icon={<ItalicIcon />} run={() => edit((it) => wrap(it, '*'))} />
          {quote && (
            <Tool label={words.quote} icon={<QuoteIcon />} run={() => edit((it) => paragraph(it, quotation(quote)))} />
          )}
          <Tool label={words.list} icon={<BulletsIcon />} run={() => edit((it) => prefixLines(it, '- '))} />
          <Tool label={words.link} keys="k" icon={<LinkIcon />} run={() => edit(link)} />
          <Tool label={words.code} keys="e" icon={<CodeIcon />} run={() => edit((it) => wrap(it, '`'))} />
          <Tool label={words.formula} keys="m" icon={<FormulaIcon />} run={() => edit(formula)} />
          <Tool label={words.picture} icon={<PictureIcon />} run={onPicture} />
          <Tool label={words.mention} icon={<MentionIcon />} run={() => edit(mention)} />
        </>
      )}
      <span className="space" />
      <Bar.Button className="text-button" aria-pressed={previewing} onClick={onPreview}>
        {previewing ? m.composer.write : m.composer.preview}
      </Bar.Button>
    </Bar.Root>
  );
}

/** An @ before which nothing stands that would make an address of it. */
function mention({ text, start, end }: Field): Edit {
  const insert = start === 0 || /\s$/u.test(text.slice(0, start)) ? '@' : ' @';
  return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] };
}

function Tool({ label, keys, icon, run }: { label: string; keys?: string; icon: ReactNode; run: () => void }) {
  return (
    <Bar.Button
      className="icon-button"
      aria-label={label}
      title={keys ? `${label} (${m.composer.tools.ctrl} ${keys.toUpperCase()})` : label}
      // The field keeps its selection.
      onPointerDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {icon}
    </Bar.Button>
  );
}
