/** A page's text as runs, each in one font on one baseline, with the links that lie over them; and what is drawn beside it. */
import type { OPS, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { untypeset } from '../text/characters.ts';
import { ActualTexts } from './actual-texts.ts';
import { withBullets } from './bullets.ts';
import type { Deadline } from './deadline.ts';
import { follow, type Operators } from './drawing.ts';
import { styleOf, upright } from './fonts.ts';
import type { Page, Run } from './layout.ts';
import { type Link, layLink, linksAmong } from './links.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import type { Drawing, FontFace } from './pen.ts';
import { turnedRound } from './right-to-left.ts';
import { withRoots } from './roots.ts';
import { withSmallCaps } from './small-caps.ts';
import { texFontOf } from './tex-fonts.ts';

/** What pdf.js tells of a font. */
const Font = z.object({
  name: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  vertical: z.boolean().optional(),
  fontMatrix: z.array(z.number()).min(1).optional().catch(undefined),
});

/** Width of a unit of a glyph, in ems, where a font says nothing else. */
const UNIT = 0.001;
/** As pdf.js calls it: what is printed without the boxes of forms and comments. */
const NO_ANNOTATIONS = 0;

/** A page, and what it draws. */
interface Fetched {
  page: PDFPageProxy;
  operators: Operators;
}

/** Reads pages one after the other and remembers their fonts. */
export class PageReader {
  readonly #pdf: PDFDocumentProxy;
  readonly #ops: typeof OPS;
  readonly #deadline: Deadline;
  readonly #actualTexts: ActualTexts;
  readonly #fonts = new Map<unknown, FontFace>();
  readonly #ahead = new Map<number, Promise<Fetched>>();

  constructor(pdf: PDFDocumentProxy, ops: typeof OPS, bytes: Uint8Array, deadline: Deadline) {
    this.#pdf = pdf;
    this.#actualTexts = new ActualTexts(bytes);
    this.#ops = ops;
    this.#deadline = deadline;
  }

  /** The page; the next one is already fetched while this one is followed. */
  async read(number: number): Promise<Page> {
    const { page, operators } = await this.#deadline.of(this.#ahead.get(number) ?? this.#fetch(number));
    this.#ahead.clear();
    if (number < this.#pdf.numPages) this.#fetchAhead(number + 1);
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const view = matrixOf(transform);
    const drawn = this.#drawnBy(operators, view, page);
    const read = drawn.runs.flatMap((run, at) => readable(run, drawn.runs[at + 1]));
    const runs = withSmallCaps(withRoots(shifted(read), drawn.rules));
    const links = runs.length === 0 ? [] : await this.#linksOf(page);
    for (const link of links) layLink(link, view, runs);
    page.cleanup();
    const turned = drawn.turned.map(readableText).join(' ').trim();
    return withBullets(turnedRound({ ...drawn, number, width, height, runs, turned }));
  }

  /** What the operators draw; where letters are unknown, a second time with what the file says of them. */
  #drawnBy(operators: Operators, view: Matrix, page: PDFPageProxy): Drawing {
    const fontOf = (name: unknown): FontFace | undefined => this.#fontOf(page, name);
    const drawn = follow(operators, this.#ops, view, fontOf);
    if (drawn.hasUnknown) return follow(operators, this.#ops, view, fontOf, this.#actualTexts.of(drawn.stretches));
    if (drawn.stretches > 0) this.#actualTexts.pass();
    return drawn;
  }

  async #fetch(number: number): Promise<Fetched> {
    const page = await this.#pdf.getPage(number);
    return { page, operators: await page.getOperatorList({ annotationMode: NO_ANNOTATIONS }) };
  }

  #fetchAhead(number: number): void {
    const fetched = this.#fetch(number);
    // Whoever reads the page hears of it.
    fetched.catch(() => {});
    this.#ahead.set(number, fetched);
  }

  #fontOf(page: PDFPageProxy, name: unknown): FontFace | undefined {
    const known = this.#fonts.get(name);
    if (known || typeof name !== 'string' || !page.commonObjs.has(name)) return known;
    const font = Font.safeParse(page.commonObjs.get(name));
    const face = {
      style: font.success ? styleOf(font.data) : upright,
      unit: Math.abs(font.data?.fontMatrix?.[0] ?? UNIT),
      vertical: font.data?.vertical ?? false,
      tex: texFontOf(font.data?.name ?? ''),
    };
    this.#fonts.set(name, face);
    return face;
  }

  async #linksOf(page: PDFPageProxy): Promise<Link[]> {
    const annotations: unknown[] = await this.#deadline.of(page.getAnnotations().catch(() => []));
    return linksAmong(annotations);
  }
}

/** Parts of tall brackets as Adobe's fonts of symbols name them, from U+F8EB on, and as Unicode does. */
const BRACKETS = '⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭';
const FIRST_BRACKET = 0xf8eb;

const readableText = (text: string): string =>
  untypeset(
    text
      .replace(/[\uf8eb-\uf8fe]/g, (part) => BRACKETS[part.charCodeAt(0) - FIRST_BRACKET] ?? part)
      // Letters of Arabic as they are drawn, and parts of Chinese letters that stand for the letters.
      .replace(/[\u2e80-\u2fdf\ufb1d-\ufdff\ufe70-\ufefc]/g, (sign) => sign.normalize('NFKC'))
      .normalize('NFC')
      .replace(/\p{Zs}/gu, ' ')
      .replaceAll('∗', '*'),
  );

/** What leads from a note back to its mark on a web page. */
const BACK = /\s*[↩⤶]\ufe0e?\s*$/u;

function readable(run: Run, next: Run | undefined): Run[] {
  // What has no name in Unicode is a bullet if it stands alone, and else a letter that can't be known.
  const isAlone = !next || next.y !== run.y || next.x < run.x || next.x - run.right > BESIDE_BULLET * run.size;
  const text =
    BULLET.test(run.text) && run.spaced && isAlone
      ? '•'
      : readableText(run.text.replace(/\p{Co}/gu, UNKNOWN).replace(BACK, ''));
  return text.trim() === '' ? [] : [{ ...run, text }];
}

/** U+FFFD, for a letter that can't be read. */
export const UNKNOWN = '\ufffd';
/** A sign alone that has no name in Unicode: fonts of symbols have their bullets in such places. */
const BULLET = /^[\p{Cc}\p{Co}]$/u;
/** White behind a bullet, in ems. */
const BESIDE_BULLET = 0.15;
/** A raised or lowered figure is at most this large, and at least this far off the baseline, in the size of its line. */
const LARGEST_SHIFTED = 0.85;
const RAISED = { least: 0.12, most: 0.75 };
const LOWERED = { least: 0.08, most: 0.4 };
/** How near the two are, in ems. */
const NEAR = 0.6;
const HANGING = 2;

/** A single letter, which is italic where it stands for a number. */
const VARIABLE = /(?:^|[^\p{L}\p{Nd}])\p{L}$/u;
const MARK = /^\s*(?:\d{1,3}|[*†‡])\s*$/u;

/** A letter as large as its line, dropped or lifted as in the logo of TeX, clings to the one before; in ems. */
const CLINGS = 0.3;
const FURTHEST = 0.45;

/** Puts raised and lowered runs on the baseline of the run beside them, which pdf.js gives before or after. */
function shifted(runs: readonly Run[]): Run[] {
  const settled: Run[] = [];
  for (const [index, run] of runs.entries()) {
    settled.push(onBaseline(run, settled[index - 1], runs[index + 1]));
  }
  return settled;
}

function onBaseline(run: Run, before: Run | undefined, behind: Run | undefined): Run {
  for (const beside of [before, behind]) {
    if (!beside || run.size > beside.size) continue;
    const gap = beside.x < run.x ? run.x - beside.right : beside.x - run.right;
    // The mark of a note may be as large as the text, if it clings to a word.
    if (run.size > LARGEST_SHIFTED * beside.size && !(MARK.test(run.text) && Math.abs(gap) < CLINGS * run.size))
      continue;
    // A mark in front of its note may stand in the margin.
    if (Math.abs(gap) > (run.x < beside.x ? HANGING : NEAR) * beside.size) continue;
    const rise = (beside.y - run.y) / beside.size;
    if (rise >= RAISED.least && rise <= RAISED.most) {
      const isExponent = beside === before && VARIABLE.test(before.text) && (before.style.italic || before.style.math);
      return { ...run, y: beside.y, shift: 'raised', isExponent };
    }
    if (-rise >= LOWERED.least && -rise <= LOWERED.most) return { ...run, y: beside.y, shift: 'lowered' };
  }
  return before && !before.shift && clings(run, before) ? { ...run, y: before.y } : run;
}

const clings = (run: Run, before: Run): boolean =>
  !run.spaced &&
  run.size > LARGEST_SHIFTED * before.size &&
  run.size * LARGEST_SHIFTED < before.size &&
  Math.abs(run.x - before.right) < CLINGS * run.size &&
  Math.abs(run.y - before.y) < FURTHEST * run.size;
