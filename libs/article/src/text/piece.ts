/** An entry of a list, with the bullet or number it had. */
export interface Item {
  line: number;
  marker: string;
  /** Nesting, from 0. */
  level: number;
  text: string;
}

interface Place {
  /** The line of the source where it begins. */
  line: number;
  /** True if page furniture stood in front: it may be the second half of a paragraph. */
  torn: boolean;
}

/** Running text on one line; `lines` are the lines it had, which matter on a title page. */
export interface ProsePiece extends Place {
  shape: 'prose';
  text: string;
  lines: readonly string[];
  /** Columns in front of its first line, where it is known. */
  indent?: number;
}

/** Text set off, or lines that are meant as lines; they stay lines. */
export interface QuotationPiece extends Place {
  shape: 'quotation';
  /** What it looks like, where that is more than being set off. The cells of a table are parted by tabs. */
  kind?: 'verse' | 'code' | 'formula' | 'table';
  text: string;
  /** Of a table. */
  caption?: string;
}

export interface ListPiece extends Place {
  shape: 'list';
  ordered: boolean;
  items: readonly Item[];
}

/** A stretch of the text that belongs together by its looks alone: what blank lines, indents and bullets tell. */
export type Piece = ProsePiece | QuotationPiece | ListPiece;

/** The words of a piece as one string, for looking at. */
export const textOf = (piece: Piece): string =>
  piece.shape === 'list' ? piece.items.map(({ marker, text }) => `${marker} ${text}`).join('\n') : piece.text;

/** A piece of running text. */
export const prosePiece = (line: number, text: string, torn = false): ProsePiece => ({
  shape: 'prose',
  line,
  torn,
  text,
  lines: [text],
});
