import { gatherCells } from './cell-by-cell.ts';
import { type Piece, prosePiece } from './piece.ts';

const lines = (...texts: string[]): Piece[] => texts.map((text, at) => prosePiece(at + 1, text));
const TEXT = 'Table 1 shows what the bells weigh, in the order in which they were hung.';

it('puts cells that stand below each other into their rows, with what stands above them as the caption', () => {
  const cells = ['Bell', 'Weight', 'Note', 'Maud', '4.2 t', 'C', 'Old Ned', '880 kg', 'a', 'Third', '1,020 kg', 'g'];
  const gathered = gatherCells(lines(TEXT, 'Bells and what they weigh', ...cells, `${TEXT} They are rung on Sundays.`));
  expect(gathered.map(({ shape }) => shape)).toEqual(['prose', 'quotation', 'prose']);
  expect(gathered[1]).toMatchObject({
    kind: 'table',
    line: 3,
    caption: 'Bells and what they weigh',
    text: 'Bell\tWeight\tNote\nMaud\t4.2 t\tC\nOld Ned\t880 kg\ta\nThird\t1,020 kg\tg',
  });
});

it('leaves a title behind a table out of it', () => {
  const gathered = gatherCells(
    lines(TEXT, 'Year', 'Loss', '(dry) north', '12', 'south', '19', 'west', '7', 'Discussion', TEXT),
  );
  expect(gathered.map((piece) => (piece.shape === 'prose' ? piece.text : piece.shape))).toEqual([
    TEXT,
    'quotation',
    'Discussion',
    TEXT,
  ]);
});

it.each([
  [['Ada Marl', 'Ben Osric', 'Tow', '1998']],
  [['Contents', 'Introduction', '1', 'Method', '4', 'Appendix']],
  [['One', 'Two', 'Three', 'Four', 'Five', 'Six']],
])('leaves short lines without such an order as they are: %j', (texts) => {
  const pieces = lines(TEXT, ...texts, TEXT);
  expect(gatherCells(pieces)).toEqual(pieces);
});
