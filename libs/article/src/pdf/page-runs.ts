/** A page's text as runs, each in one font on one baseline, with the links that lie over them; and what is drawn beside it. */
import type { OPS, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { untypeset } from '../text/characters.ts';
import { withBullets } from './bullets.ts';
import type { Deadline } from './deadline.ts';
import { follow, type Operators } from './drawing.ts';
import { styleOf, upright } from './fonts.ts';
import type { Page, Run } from './layout.ts';
import { boxUnder, type Matrix, matrixOf } from './matrix.ts';
import type { FontFace } from './pen.ts';
import { withSmallCaps } from './small-caps.ts';

/** What pdf.js tells of a font. */
const Font = z.object({
  name: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  vertical: z.boolean().optional(),
  fontMatrix: z.array(z.number()).min(1).optional().catch(undefined),
});
const Link = z.object({ subtype: z.literal('Link'), url: z.string().max(2_000), rect: z.array(z.number()).length(4) });
type Link = z.infer<typeof Link>;
const SAFE = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

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
  readonly #fonts = new Map<unknown, FontFace>();
  readonly #ahead = new Map<number, Promise<Fetched>>();

  constructor(pdf: PDFDocumentProxy, ops: typeof OPS, deadline: Deadline) {
    this.#pdf = pdf;
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
    const drawn = follow(operators, this.#ops, view, (name) => this.#fontOf(page, name));
    const runs = withSmallCaps(shifted(drawn.runs.flatMap(readable)));
    const links = runs.length === 0 ? [] : await this.#linksOf(page);
    for (const link of links) lay(link, view, runs);
    page.cleanup();
    return withBullets({
      ...drawn,
      number,
      width,
      height,
      runs,
      turned: drawn.turned.map(readableText).join(' ').trim(),
    });
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
    };
    this.#fonts.set(name, face);
    return face;
  }

  async #linksOf(page: PDFPageProxy): Promise<Link[]> {
    const annotations: unknown[] = await this.#deadline.of(page.getAnnotations().catch(() => []));
    return annotations.flatMap((annotation) => {
      const link = Link.safeParse(annotation);
      return link.success && SAFE.test(link.data.url) ? link.data : [];
    });
  }
}

/** Parts of tall brackets as Adobe's fonts of symbols name them, from U+F8EB on, and as Unicode does. */
const BRACKETS = '⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪⎮⎞⎟⎠⎤⎥⎦⎫⎬⎭';
const FIRST_BRACKET = 0xf8eb;

const readableText = (text: string): string =>
  untypeset(
    text
      .replace(/[\uf8eb-\uf8fe]/g, (part) => BRACKETS[part.charCodeAt(0) - FIRST_BRACKET] ?? part)
      .normalize('NFC')
      .replace(/\p{Zs}/gu, ' ')
      .replaceAll('∗', '*'),
  );

/** What leads from a note back to its mark on a web page. */
const BACK = /\s*[↩⤶]\ufe0e?\s*$/u;

function readable(run: Run): Run[] {
  // What has no name in Unicode is a bullet if it stands alone, and else a letter that can't be known.
  const text =
    BULLET.test(run.text) && run.spaced ? '•' : readableText(run.text.replace(/\p{Co}/gu, UNKNOWN).replace(BACK, ''));
  return text.trim() === '' ? [] : [{ ...run, text }];
}

/** U+FFFD, for a letter that can't be read. */
export const UNKNOWN = '\ufffd';
/** A sign alone that has no name in Unicode: fonts of symbols have their bullets in such places. */
const BULLET = /^[\p{Cc}\p{Co}]$/u;
/** A raised or lowered figure is at most this large, and at least this far off the baseline, in the size of its line. */
const LARGEST_SHIFTED = 0.85;
const RAISED = { least: 0.12, most: 0.75 };
const LOWERED = { least: 0.08, most: 0.4 };
/** How near the two are, in ems. */
const NEAR = 0.6;
const HANGING = 2;

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
    if (rise >= RAISED.least && rise <= RAISED.most) return { ...run, y: beside.y, shift: 'raised' };
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

/** Lays a link over the part of each run that it covers; a run is cut where the link begins or ends. */
function lay({ url, rect }: Link, view: Matrix, runs: Run[]): void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
  const { x: left, right, top, bottom } = boxUnder(view, x1, y1, x2, y2);
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (!run || run.href || run.y < top || run.y > bottom + 1 || run.right <= left || run.x >= right) continue;
    const parts = cut(run, left, right);
    runs.splice(index, 1, ...parts);
    const covered = parts.findIndex((part) => part.x + part.right > 2 * left && part.x + part.right < 2 * right);
    const own = parts[covered];
    if (own) runs[index + covered] = { ...own, href: url };
    index += parts.length - 1;
  }
}

/** In two or three at the words nearest to the edges; how wide a word is is guessed from its letters. */
function cut(run: Run, left: number, right: number): Run[] {
  const at = (x: number): number => {
    const wanted = ((x - run.x) / (run.right - run.x)) * run.text.length;
    if (wanted <= 1) return 0;
    if (wanted >= run.text.length - 1) return run.text.length;
    const blanks = Array.from(run.text.matchAll(/\s/g), ({ index }) => index + 1);
    return [0, ...blanks, run.text.length].reduce((best, next) =>
      Math.abs(next - wanted) < Math.abs(best - wanted) ? next : best,
    );
  };
  const width = (run.right - run.x) / run.text.length;
  const edges = [0, at(left), at(right), run.text.length];
  return edges.slice(1).flatMap((end, index) => {
    const start = edges[index] ?? 0;
    const text = run.text.slice(start, end);
    if (text === '') return [];
    const spaced = start === 0 ? run.spaced : false;
    return { ...run, text, spaced, x: run.x + start * width, right: run.x + end * width };
  });
}
