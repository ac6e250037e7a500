/** What the buttons over a writing field do with the words in it: pure, so that each can be tried without a field. */

/** A text with what is selected in it. */
export interface Field {
  text: string;
  start: number;
  end: number;
}

/** `[from, to)` gives way to `insert`; then this is selected. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  select: readonly [start: number, end: number];
}

export const applied = (text: string, { from, to, insert }: Edit): string =>
  text.slice(0, from) + insert + text.slice(to);

/** Marks on both sides of the selection, or takes them away where they are there. */
export function wrap({ text, start, end }: Field, mark: string): Edit {
  const inner = text.slice(start, end);
  const [before, after] = [text.slice(start - mark.length, start), text.slice(end, end + mark.length)];
  if (start >= mark.length && before === mark && after === mark) {
    const from = start - mark.length;
    return { from, to: end + mark.length, insert: inner, select: [from, from + inner.length] };
  }
  const at = start + mark.length;
  return { from: start, to: end, insert: `${mark}${inner}${mark}`, select: [at, at + inner.length] };
}

/** Begins every selected line with something, or takes it away where all begin so. */
export function prefixLines({ text, start, end }: Field, prefix: string): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd === -1 ? text.length : lineEnd;
  const lines = text.slice(from, to).split('\n');
  const all = lines.every((line) => line.startsWith(prefix));
  const insert = lines.map((line) => (all ? line.slice(prefix.length) : `${prefix}${line}`)).join('\n');
  const caret = from + insert.length;
  return { from, to, insert, select: lines.length > 1 ? [from, caret] : [caret, caret] };
}

/** A link around what is selected; where it goes is selected next. An address that is selected becomes where it goes. */
export function link({ text, start, end }: Field): Edit {
  const inner = text.slice(start, end);
  if (/^https?:\/\/\S+$/.test(inner)) {
    return { from: start, to: end, insert: `[](${inner})`, select: [start + 1, start + 1] };
  }
  const at = start + inner.length + 3;
  return { from: start, to: end, insert: `[${inner}](https://)`, select: [at, at + 'https://'.length] };
}

/** A formula in the line, or one of its own where several lines are selected. */
export function formula(field: Field): Edit {
  const inner = field.text.slice(field.start, field.end);
  if (!inner.includes('\n')) return wrap(field, '$');
  const insert = `$$\n${inner}\n$$`;
  return { from: field.start, to: field.end, insert, select: [field.start + 3, field.start + 3 + inner.length] };
}

/** Something in paragraphs of its own, before what comes next. */
export function paragraph({ text, start, end }: Field, words: string): Edit {
  const before = text.slice(0, start);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const insert = `${gap}${words}\n\n`;
  const at = start + insert.length;
  return { from: start, to: end, insert, select: [at, at] };
}

/** The passage as a quotation. */
export const quotation = (passage: string): string =>
  passage
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
