import fc from 'fast-check';
import { type Inline, inlineOf } from './inline.ts';

const textOf = (tree: readonly Inline[]): string =>
  tree.map((node) => (node.kind === 'text' ? node.text : node.kind === 'mark' ? textOf(node.children) : '')).join('');
const piecesOf = (tree: readonly Inline[]): { at: number; text: string }[] =>
  tree.flatMap((node) => (node.kind === 'text' ? [node] : node.kind === 'mark' ? piecesOf(node.children) : []));
const notesOf = (tree: readonly Inline[]): string[] =>
  tree.flatMap((node) => (node.kind === 'note' ? [node.label] : node.kind === 'mark' ? notesOf(node.children) : []));

describe('inline markup', () => {
  it('puts marks and note references where they point', () => {
    const prose = {
      text: 'The degree differs.',
      marks: [{ type: 'emphasis' as const, start: 4, end: 10 }],
      notes: [{ label: '35', at: 19 }],
    };
    expect(inlineOf(prose)).toEqual([
      { kind: 'text', at: 0, text: 'The ' },
      { kind: 'mark', at: 4, mark: prose.marks[0], children: [{ kind: 'text', at: 4, text: 'degree' }] },
      { kind: 'text', at: 10, text: ' differs.' },
      { kind: 'note', at: 19, label: '35' },
    ]);
  });

  it('loses no character and no note, whatever crosses', () => {
    const text = 'abcdefghijklmnopqrst';
    const offset = fc.nat(text.length);
    const mark = fc.tuple(offset, offset).map(([a, b]) => ({
      type: 'strong' as const,
      ...{ start: Math.min(a, b), end: Math.max(a, b) },
    }));
    const note = fc.record({ at: offset, label: fc.string({ minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(mark), fc.array(note), (marks, notes) => {
        const tree = inlineOf({ text, marks, notes });
        expect(textOf(tree)).toBe(text);
        expect(notesOf(tree)).toEqual(notes.toSorted((a, b) => a.at - b.at).map(({ label }) => label));
        for (const piece of piecesOf(tree)) expect(text.startsWith(piece.text, piece.at)).toBe(true);
      }),
    );
  });
});
