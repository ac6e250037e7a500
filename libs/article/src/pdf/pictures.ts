/**
 * The pictures of a file. Decoding them takes far more time and memory than reading text, and most files of scans with a text
 * layer have one under every page; so the text is read without pictures, and the file is opened a second time, for those
 * pages alone whose text leaves room for one.
 */
import type { PDFPageProxy } from 'pdfjs-dist';
import { captionKind } from './caption-kind.ts';
import { open } from './container.ts';
import { type Deadline, TimeIsUp } from './deadline.ts';
import { follow } from './drawing.ts';
import { holds } from './drawings.ts';
import type { Page } from './layout.ts';
import { type Box, matrixOf } from './matrix.ts';
import { isOfPdf } from './pdf-errors.ts';
import type { Placed } from './pen.ts';
import { Decoded, pngOf } from './picture-data.ts';
import { mirrored } from './right-to-left.ts';
import { rowsOf } from './rows.ts';

/** A picture on its page; without bytes it could not be had. */
export interface Found {
  page: number;
  box: Box;
  bytes: Uint8Array | undefined;
}

/** Dots of a picture; larger ones are left out. */
const LARGEST = 16_000_000;
/** In points: less is an ornament. */
const SMALLEST = 28;
/** Text leaves room for a picture if it has a gap like this, in points. */
const GAP = 48;
/** The same at the top and the bottom, with the margin. */
const MARGIN = 140;
/** A picture under so many letters is a background. */
const LETTERS = 60;
/** Share of a page without text that a picture of the page itself takes. */
const SCAN = 0.5;
/** A picture in one place on so many pages is part of the paper. */
const OFTEN = 3;
const NO_ANNOTATIONS = 0;

/** Finds the pictures of pages that have room for one. It ends when the time is up, and gives what it has. */
export async function picturesOf(bytes: Uint8Array, pages: readonly Page[], deadline: Deadline): Promise<Found[]> {
  const wanted = holdsPictures(bytes) ? pages.filter(hasRoom) : [];
  if (wanted.length === 0) return [];
  const found: Found[] = [];
  const opened = await open(bytes, deadline, LARGEST);
  if (!opened.ok) return [];
  try {
    for (const page of wanted) {
      const proxy = await deadline.of(opened.pdf.getPage(page.number));
      const operators = await deadline.of(proxy.getOperatorList({ annotationMode: NO_ANNOTATIONS }));
      const { transform } = proxy.getViewport({ scale: 1 });
      const { images } = follow(operators, opened.ops, matrixOf(transform), () => undefined);
      const placed = page.mirrored ? images.map((one) => mirrored(one, page.width)) : images;
      for (const image of placed.filter((one) => isFigure(one, page))) {
        found.push({ page: page.number, box: image, bytes: await bytesOf(proxy, image, deadline) });
      }
      proxy.cleanup();
    }
  } catch (error) {
    if (!(error instanceof TimeIsUp) && !isOfPdf(error)) throw error;
  } finally {
    await opened.close();
  }
  const places = found.map(({ box }) => [box.x, box.top, box.right, box.bottom].map(Math.round).join(' '));
  return found.filter((_, at) => places.filter((place) => place === places[at]).length < OFTEN);
}

/** As the dictionaries of pictures say it, which never stand in a compressed part of the file (PDF 32000-1, 7.5.7 and 8.9.5). */
const [SLASH, IMAGE] = ['/'.charCodeAt(0), Array.from('Image', (letter) => letter.charCodeAt(0))];
const LETTER = /[A-Za-z]/;

/** Is there any picture in the file, but for those of a few bytes within the drawing instructions? */
export function holdsPictures(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(SLASH); at !== -1; at = bytes.indexOf(SLASH, at + 1)) {
    const isNamed = IMAGE.every((letter, index) => bytes[at + 1 + index] === letter);
    // `/ImageB` and the like are names of something else.
    if (isNamed && !LETTER.test(String.fromCharCode(bytes[at + 1 + IMAGE.length] ?? 0))) return true;
  }
  return false;
}

/** Is there a place without text, on either half of the page, or the caption of a figure? */
function hasRoom(page: Page): boolean {
  const { runs, width, height } = page;
  if (runs.some(({ text }) => captionKind(text) === 'figure')) return true;
  return [runs.filter(({ x }) => x < width / 2), runs.filter(({ right }) => right > width / 2)].some((half) => {
    const heights = rowsOf(half).map((row) => row[0]?.y ?? 0);
    const [first = height, last = 0] = [heights[0], heights.at(-1)];
    return first > MARGIN || height - last > MARGIN || heights.some((y, at) => y - (heights[at - 1] ?? y) > GAP);
  });
}

function isFigure(box: Box, { runs, width, height }: Page): boolean {
  const isLarge = box.right - box.x >= SMALLEST && box.bottom - box.top >= SMALLEST;
  const isOnPage = box.right > 0 && box.x < width && box.bottom > 0 && box.top < height;
  const isScan = runs.length === 0 && (box.right - box.x) * (box.bottom - box.top) > SCAN * width * height;
  const over = runs.filter((run) => holds(box, run)).reduce((sum, { text }) => sum + text.length, 0);
  return isLarge && isOnPage && !isScan && over < LETTERS;
}

async function bytesOf(page: PDFPageProxy, { name }: Placed, deadline: Deadline): Promise<Uint8Array | undefined> {
  if (name === undefined) return undefined;
  // Pictures of several pages are kept with the fonts.
  const store = name.startsWith('g_') ? page.commonObjs : page.objs;
  const data = await deadline.of(new Promise<unknown>((resolve) => store.get(name, resolve)));
  const decoded = Decoded.safeParse(data);
  return decoded.success ? pngOf(decoded.data) : undefined;
}
