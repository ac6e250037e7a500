/**
 * What a file says that signs stand for whose font doesn't (PDF 32000-1, 14.9.4): browsers say it of ligatures. pdf.js tells
 * that such a stretch begins, and not what it says, so that is read off the file, stretch by stretch in the order of pages.
 */
import { Unzlib } from 'fflate';

/** No more is unpacked of all that a file has. */
const MOST_BYTES = 64 * 1024 * 1024;
const STREAM = /\bstream\r?\n/g;
/** What a stretch says of itself is short: without an end, a damaged file would be gone through from each beginning to its own end. */
const STRETCH = /\/Span\s*<<((?:\([^\\()]*(?:\\.[^\\()]*)*\)|<[^<>]*>|[^<>()]){0,4000})>>\s*BDC/g;
const SAID = /\/ActualText\s*(?:\(((?:[^\\()]|\\.)*)\)|<([\da-fA-F\s]*)>)/s;

/** Gives the texts of the stretches of one page after the other. */
export class ActualTexts {
  readonly #bytes: Uint8Array;
  /** Of each stream that has some. */
  #streams: string[][] | undefined;
  #next = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Those of the next page that has such stretches, so many of them; none if the file doesn't have as many there. */
  of(count: number): readonly string[] {
    this.#streams ??= stretchesIn(this.#bytes);
    const own = this.#streams[this.#next] ?? [];
    this.pass();
    return own.length === count ? own : [];
  }

  /** Those of the next page are not needed. */
  pass(): void {
    this.#next += 1;
  }
}

function stretchesIn(bytes: Uint8Array): string[][] {
  const file = latin1(bytes);
  const streams: string[][] = [];
  let left = MOST_BYTES;
  for (const { index, 0: opening } of file.matchAll(STREAM)) {
    const from = index + opening.length;
    const to = file.indexOf('endstream', from);
    const head = file.slice(file.lastIndexOf('obj', index), index);
    if (to === -1 || left <= 0 || !head.includes('/FlateDecode') || /\/(?:Subtype|Type|Length1)\b/.test(head)) continue;
    const content = unpacked(bytes.subarray(from, to), left);
    left -= content.length;
    const texts = Array.from(content.matchAll(STRETCH)).flatMap(([, about = '']) => {
      return about.includes('/MCID') ? [] : [saidIn(about)];
    });
    if (texts.length > 0) streams.push(texts);
  }
  return streams;
}

function saidIn(about: string): string {
  const [, letters, digits] = SAID.exec(about) ?? [];
  const said = letters?.replace(/\\([\\()])/g, '$1') ?? hex(digits ?? '');
  return said.startsWith('\u00fe\u00ff') ? utf16(said.slice(2)) : said;
}

const hex = (digits: string): string =>
  digits.replace(/\s/g, '').replace(/[\da-fA-F]{1,2}/g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));

const utf16 = (pairs: string): string =>
  pairs.replace(/([\s\S])([\s\S])/g, (_, high: string, low: string) =>
    String.fromCharCode(high.charCodeAt(0) * 256 + low.charCodeAt(0)),
  );

function unpacked(packed: Uint8Array, most: number): string {
  let text = '';
  const stream = new Unzlib((chunk) => {
    if (text.length < most) text += latin1(chunk);
  });
  try {
    stream.push(packed, true);
  } catch {
    // The only way in which it says that the rest is damaged.
  }
  return text;
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
