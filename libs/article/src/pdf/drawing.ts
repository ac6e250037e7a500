/**
 * What a page draws, followed operator by operator as a printer would (PDF 32000-1, 8 and 9), with nothing drawn: only where
 * each glyph, line and picture comes to stand is noted. pdf.js has already decoded fonts, codes and resources.
 */
import type { OPS } from 'pdfjs-dist';
import { IDENTITY, type Matrix, matrixOf } from './matrix.ts';
import { type Drawing, type FontFace, Pen, type State } from './pen.ts';

/** Operators in the order of the page, as pdf.js lists them. */
export interface Operators {
  fnArray: readonly number[];
  argsArray: readonly (readonly unknown[] | null)[];
}

/**
 * Follows the operators; `view` leads from the page's own places to those that one sees. `said` has what stretches of text
 * stand for, in their order.
 */
export function follow(
  { fnArray, argsArray }: Operators,
  ops: typeof OPS,
  view: Matrix,
  fontOf: (name: unknown) => FontFace | undefined,
  said: readonly string[] = [],
): Drawing {
  const pen = new Pen(view, ops, fontOf, said);
  const acts = actsOf(pen, ops);
  for (const [index, operator] of fnArray.entries()) acts.get(operator)?.(argsArray[index] ?? []);
  return pen.finished();
}

type Act = (args: readonly unknown[]) => void;

function actsOf(pen: Pen, ops: typeof OPS): Map<number, Act> {
  const set = (change: (args: readonly unknown[]) => Partial<State>): Act => {
    return (args) => Object.assign(pen.state, change(args));
  };
  return new Map<number, Act>([
    [ops.save, () => pen.save()],
    [ops.restore, () => pen.restore()],
    [ops.transform, (args) => pen.transform(args)],
    [ops.paintFormXObjectBegin, ([matrix]) => pen.enter(matrix ?? IDENTITY)],
    [ops.paintFormXObjectEnd, () => pen.restore()],
    [ops.beginText, () => pen.place(IDENTITY)],
    [ops.setTextMatrix, ([matrix]) => pen.place(matrixOf(matrix))],
    [ops.moveText, (args) => pen.move(Number(args[0]), Number(args[1]))],
    [ops.nextLine, () => pen.move(0, pen.state.leading)],
    [
      ops.setLeadingMoveText,
      (args) => {
        pen.state.leading = Number(args[1]);
        pen.move(Number(args[0]), Number(args[1]));
      },
    ],
    [ops.setFont, (args) => pen.setFont(args[0], Number(args[1]))],
    [ops.beginMarkedContent, () => pen.said.begin(false)],
    [ops.beginMarkedContentProps, ([tag, place]) => pen.said.begin(tag === 'Span' && typeof place !== 'number')],
    [ops.endMarkedContent, () => pen.said.end()],
    [ops.showText, ([glyphs]) => pen.show(glyphs)],
    [ops.setLeading, set((args) => ({ leading: -Number(args[0]) }))],
    [ops.setCharSpacing, set((args) => ({ letterSpace: Number(args[0]) }))],
    [ops.setWordSpacing, set((args) => ({ wordSpace: Number(args[0]) }))],
    [ops.setHScale, set((args) => ({ stretch: Number(args[0]) / 100 }))],
    [ops.setTextRise, set((args) => ({ rise: Number(args[0]) }))],
    [ops.setFillRGBColor, set(([fill]) => ({ fill }))],
    [ops.setFillColorN, set(() => ({ fill: undefined }))],
    [ops.setStrokeRGBColor, set(([stroke]) => ({ stroke }))],
    [ops.setStrokeColorN, set(() => ({ stroke: undefined }))],
    [ops.constructPath, (args) => pen.path(args[0], args[1])],
    [ops.paintImageXObject, ([name]) => pen.image(name)],
    [ops.paintInlineImageXObject, () => pen.image(undefined)],
  ]);
}
