/** A page's text as runs, each in one font on one baseline, with the links that lie over them. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { z } from 'zod';
import { untypeset } from '../text/characters.ts';
import type { Deadline } from './deadline.ts';
import { styleOf, upright } from './fonts.ts';
import type { FontStyle, Page, Run } from './layout.ts';

/** What pdf.js tells of a font. */
const Font = z.object({ name: z.string(), bold: z.boolean().optional(), italic: z.boolean().optional() });
const Link = z.object({ subtype: z.literal('Link'), url: z.string().max(2_000), rect: z.array(z.number()).length(4) });
type Link = z.infer<typeof Link>;
const SAFE = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

/** What shifts and turns a page to where one sees it: `[a, b, c, d, e, f]` as in PDF 32000-1, 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number];

/** Reads pages one after the other and remembers their fonts. */
export class PageReader {
  readonly #pdf: PDFDocumentProxy;
  readonly #deadline: Deadline;
  readonly #styles = new Map<string, FontStyle>();

  constructor(pdf: PDFDocumentProxy, deadline: Deadline) {
    this.#pdf = pdf;
    this.#deadline = deadline;
  }

  async read(number: number): Promise<Page> {
    const page = await this.#deadline.of(this.#pdf.getPage(number));
    const { items } = await this.#deadline.of(page.getTextContent());
    const texts = items.filter((item): item is TextItem => 'str' in item);
    await this.#learnFonts(page, texts);
    const links = texts.length === 0 ? [] : await this.#linksOf(page);
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const view = matrix(transform);
    const read = { number, width, height, ...this.#runsOf(texts, view) };
    for (const link of links) lay(link, view, read.runs);
    page.cleanup();
    return read;
  }

  /** The names of fonts come with the drawing instructions only, so these are read where a font is new. */
  async #learnFonts(page: PDFPageProxy, items: readonly TextItem[]): Promise<void> {
    const unknown = new Set(items.map(({ fontName }) => fontName).filter((name) => !this.#styles.has(name)));
    if (unknown.size === 0) return;
    // What can't be drawn may still be read.
    await this.#deadline.of(page.getOperatorList().catch(() => undefined));
    for (const name of unknown) {
      const font = page.commonObjs.has(name) ? Font.safeParse(page.commonObjs.get(name)) : undefined;
      this.#styles.set(name, font?.success ? styleOf(font.data) : upright);
    }
  }

  async #linksOf(page: PDFPageProxy): Promise<Link[]> {
    const annotations: unknown[] = await this.#deadline.of(page.getAnnotations().catch(() => []));
    return annotations.flatMap((annotation) => {
      const link = Link.safeParse(annotation);
      return link.success && SAFE.test(link.data.url) ? link.data : [];
    });
  }

  #runsOf(items: readonly TextItem[], view: Matrix): { runs: Run[]; turned: string } {
    const runs: Run[] = [];
    const turned: string[] = [];
    let spaced = true;
    for (const { str, transform, width, fontName, hasEOL } of items) {
      const text = BULLET.test(str)
        ? '•'
        : untypeset(
            str
              .normalize('NFC')
              .replace(/\p{Zs}/gu, ' ')
              .replaceAll('∗', '*'),
          );
      if (text.trim() === '') {
        spaced ||= str !== '' || hasEOL;
        continue;
      }
      const [a, b, c, d, x, y] = multiply(view, matrix(transform));
      if (Math.abs(b) > TURNED * Math.abs(a) || a < 0) turned.push(text);
      else {
        const size = Math.hypot(c, d);
        const style = this.#styles.get(fontName) ?? upright;
        runs.push({ text, x, right: x + width, y, size, style, spaced, shift: undefined, href: undefined });
      }
      spaced = hasEOL;
    }
    return { runs: shifted(runs), turned: turned.join(' ') };
  }
}

/** A sign alone that has no name in Unicode: fonts of symbols have their bullets in such places. */
const BULLET = /^[\p{Cc}\p{Co}]$/u;
const TURNED = 0.1;
/** A raised or lowered figure is at most this large, and at least this far off the baseline, in the size of its line. */
const LARGEST_SHIFTED = 0.85;
const RAISED = { least: 0.12, most: 0.75 };
const LOWERED = { least: 0.08, most: 0.4 };
/** How near the two are, in ems. */
const NEAR = 0.6;
const HANGING = 2;

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
    if (!beside || run.size > LARGEST_SHIFTED * beside.size) continue;
    const gap = beside.x < run.x ? run.x - beside.right : beside.x - run.right;
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

function matrix(numbers: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = numbers.map(Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Lays a link over the part of each run that it covers; a run is cut where the link begins or ends. */
function lay({ url, rect }: Link, view: Matrix, runs: Run[]): void {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
  const corners = [multiply(view, [1, 0, 0, 1, x1, y1]), multiply(view, [1, 0, 0, 1, x2, y2])];
  const xs = corners.map((corner) => corner[4]);
  const ys = corners.map((corner) => corner[5]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
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
