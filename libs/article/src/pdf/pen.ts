/** Where glyphs, lines and pictures come to stand on a page. */
import type { OPS } from 'pdfjs-dist';
import { GlyphRuns } from './glyph-runs.ts';
import { type Graphics, sortPath } from './graphics.ts';
import type { FontStyle, Run } from './layout.ts';
import { type Box, boxUnder, IDENTITY, isList, type Matrix, matrixOf, multiply } from './matrix.ts';
import { StretchesSaid } from './stretches-said.ts';
import { type TexFont, texSign } from './tex-fonts.ts';

/** A font as drawing needs it. */
export interface FontFace {
  style: FontStyle;
  /** Width of a unit of its glyphs, in ems. */
  unit: number;
  vertical: boolean;
  tex: TexFont;
}

/** A picture, by the name that pdf.js has for it; one that stands within the drawing instructions has none. */
export interface Placed extends Box {
  name: string | undefined;
}

export interface Drawing extends Graphics {
  runs: Run[];
  /** Text that is slanted, upright or upside down. */
  turned: string[];
  images: Placed[];
  /** How many stretches of its text may say what they stand for, and whether one has a sign that nobody knows. */
  stretches: number;
  hasUnknown: boolean;
}

interface Glyph {
  originalCharCode?: unknown;
  unicode: string;
  width: number;
  isSpace: boolean;
}

/** What the operators have set. */
export interface State {
  matrix: Matrix;
  font: FontFace | undefined;
  size: number;
  direction: 1 | -1;
  letterSpace: number;
  wordSpace: number;
  stretch: number;
  leading: number;
  rise: number;
  fill: unknown;
  stroke: unknown;
}

const START: Omit<State, 'matrix'> = {
  font: undefined,
  size: 0,
  direction: 1,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  fill: '#000000',
  stroke: '#000000',
};

/** Text counts as upright up to this slope. */
const TURNED = 0.1;
const WHITE = /^#f[a-f]f[a-f]f[a-f]$/i;

/** Keeps the state of the page while its operators are followed. */
export class Pen {
  state: State;
  readonly said: StretchesSaid;
  readonly #saved: State[] = [];
  readonly #view: Matrix;
  readonly #fontOf: (name: unknown) => FontFace | undefined;
  readonly #filling: ReadonlySet<unknown>;
  readonly #stroking: ReadonlySet<unknown>;
  readonly #glyphs = new GlyphRuns();
  readonly #turned: string[] = [];
  readonly #images: Placed[] = [];
  readonly #graphics: Graphics = { rules: [], posts: [], frames: [], spots: [], strokes: [] };
  #text: Matrix = IDENTITY;
  #line = { x: 0, y: 0 };
  #x = 0;

  constructor(view: Matrix, ops: typeof OPS, fontOf: (name: unknown) => FontFace | undefined, said: readonly string[]) {
    this.#view = view;
    this.said = new StretchesSaid(said);
    this.#fontOf = fontOf;
    this.#filling = new Set([ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke]);
    this.#stroking = new Set([ops.stroke, ops.closeStroke]);
    this.state = { matrix: IDENTITY, ...START };
  }

  save(): void {
    this.#saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.#saved.pop() ?? this.state;
  }

  /** Begins a part of the page with places of its own. */
  enter(matrix: unknown): void {
    this.save();
    this.transform(matrix);
  }

  transform(numbers: unknown): void {
    this.state.matrix = multiply(this.state.matrix, matrixOf(numbers));
  }

  place(text: Matrix): void {
    this.#text = text;
    this.#line = { x: 0, y: 0 };
    this.#x = 0;
  }

  move(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y };
    this.#x = this.#line.x;
  }

  setFont(name: unknown, size: number): void {
    this.state.font = this.#fontOf(name);
    this.state.size = Math.abs(size);
    this.state.direction = size < 0 ? -1 : 1;
  }

  show(glyphs: unknown): void {
    const { font, size, direction, letterSpace, wordSpace, rise, matrix } = this.state;
    if (!Array.isArray(glyphs) || !font) return;
    const all = multiply(multiply(this.#view, matrix), this.#text);
    const stretch = this.state.stretch * direction;
    const isTurned = font.vertical || Math.abs(all[1]) > TURNED * Math.abs(all[0]) || all[0] * direction < 0;
    const em = size * Math.hypot(all[2], all[3]);
    const y = this.#line.y + rise;
    const [left, base] = [all[2] * y + all[4], all[3] * y + all[5]];
    let x = this.#x;
    let turned = '';
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph * size * stretch) / 1000;
        continue;
      }
      if (!isGlyph(glyph)) continue;
      const end = x + glyph.width * font.unit * size * stretch;
      if (isTurned) turned += this.said.read(glyph.unicode);
      else if (font.tex === undefined)
        this.#glyphs.add(
          this.said.read(glyph.unicode),
          all[0] * x + left,
          all[0] * end + left,
          all[1] * x + base,
          em,
          font.style,
        );
      else this.#sign(glyph, font, all[0] * x + left, all[0] * end + left, all[1] * x + base, em);
      x = end + (letterSpace + (glyph.isSpace ? wordSpace : 0)) * stretch;
    }
    if (turned.trim() !== '') this.#turned.push(turned.trim());
    this.#x = x;
  }

  /** A glyph of a font of TeX that stands elsewhere than others do. */
  #sign(glyph: Glyph, { tex, style }: FontFace, x: number, right: number, y: number, em: number): void {
    if (tex === 'lines') {
      this.#graphics.strokes.push({ x, right: Math.max(right, x + em), top: y - em, bottom: y });
      return;
    }
    const { text, below } = texSign(tex, glyph.originalCharCode, glyph.unicode);
    this.#glyphs.add(text, x, right, y + below * em, em, style);
  }

  path(painting: unknown, data: unknown): void {
    const colour = this.#filling.has(painting)
      ? this.state.fill
      : this.#stroking.has(painting)
        ? this.state.stroke
        : '#ffffff';
    const path: unknown = Array.isArray(data) ? data[0] : undefined;
    // What isn't painted, and what is painted white on white, nobody sees.
    if (!isList(path) || WHITE.test(String(colour))) return;
    sortPath(Array.from(path, Number), multiply(this.#view, this.state.matrix), this.#graphics);
  }

  image(name: unknown): void {
    const box = boxUnder(multiply(this.#view, this.state.matrix), 0, 0, 1, 1);
    this.#images.push({ ...box, name: typeof name === 'string' ? name : undefined });
  }

  finished(): Drawing {
    this.#glyphs.close();
    return {
      runs: this.#glyphs.runs,
      turned: this.#turned,
      images: this.#images,
      stretches: this.said.count,
      hasUnknown: this.said.hasUnknown,
      ...this.#graphics,
    };
  }
}

const isGlyph = (value: unknown): value is Glyph => typeof value === 'object' && value !== null && 'unicode' in value;
