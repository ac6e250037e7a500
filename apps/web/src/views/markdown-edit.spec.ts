import {
  applied,
  type Edit,
  type Field,
  formula,
  link,
  paragraph,
  prefixLines,
  quotation,
  wrap,
} from './markdown-edit.ts';

/** `|` stands at both ends of what is selected, or at the caret. */
function field(marked: string): Field {
  const [before = '', inner = '', after] = marked.split('|');
  if (after === undefined) return { text: before + inner, start: before.length, end: before.length };
  return { text: before + inner + after, start: before.length, end: before.length + inner.length };
}
function after({ text }: Field, edit: Edit): string {
  const next = applied(text, edit);
  const [start, end] = edit.select;
  const inner = start === end ? '|' : `|${next.slice(start, end)}|`;
  return next.slice(0, start) + inner + next.slice(end);
}
const on = (marked: string, edit: (field: Field) => Edit) => after(field(marked), edit(field(marked)));

describe('editing Markdown', () => {
  it('sets words strong, and no longer', () => {
    expect(on('a |word| here', (it) => wrap(it, '**'))).toBe('a **|word|** here');
    expect(on('a **|word|** here', (it) => wrap(it, '**'))).toBe('a |word| here');
    expect(on('a |', (it) => wrap(it, '**'))).toBe('a **|**');
  });
  it('lists lines, and no longer', () => {
    expect(on('x\n|one\ntwo|', (it) => prefixLines(it, '- '))).toBe('x\n|- one\n- two|');
    expect(on('|- one\n- two|', (it) => prefixLines(it, '- '))).toBe('|one\ntwo|');
    expect(on('one|', (it) => prefixLines(it, '> '))).toBe('> one|');
  });
  it('makes a link, and asks for what is missing', () => {
    expect(on('see |this|', link)).toBe('see [this](|https://|)');
    expect(on('|https://example.org/a|', link)).toBe('[|](https://example.org/a)');
  });
  it('sets a formula in the line or below', () => {
    expect(on('|a^2|', formula)).toBe('$|a^2|$');
    expect(on('|a\nb|', formula)).toBe('$$\n|a\nb|\n$$');
  });
  it('puts a quotation in paragraphs of its own', () => {
    expect(on('Look:|', (it) => paragraph(it, quotation('one\ntwo')))).toBe('Look:\n\n> one\n> two\n\n|');
    expect(on('|', (it) => paragraph(it, '> x'))).toBe('> x\n\n|');
  });
});
