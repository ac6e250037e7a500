/** A long PDF with text, headings, running heads and notes, set from words that repeat; nobody is meant to read it. */
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';

const PAGE = { width: 595, height: 842, margin: 90 };
const WIDTH = PAGE.width - 2 * PAGE.margin;
const TEXT = { size: 11, leading: 13.5 };
const NOTE = { size: 9, leading: 11 };
const NOTES_ON_A_PAGE = 3;
const WORDS =
  `harbour clock tide setter shed water walk alderman hand hours town boat bar quay letter rule window receipt key
  ticket company minute book figure stranger office customs promise shore measure quarrel offence scale duration`.split(
    /\s+/,
  );

interface Fonts {
  roman: PDFFont;
  bold: PDFFont;
}

/** How many pages the file has, and the paragraphs and notes on them. */
export interface LongPdf {
  bytes: Uint8Array;
  pages: number;
  notes: number;
}

/** Makes it. Each page is full: paragraphs with an indent above, notes below. */
export async function longPdf(pages: number): Promise<LongPdf> {
  const pdf = await PDFDocument.create();
  const fonts = {
    roman: await pdf.embedFont(StandardFonts.TimesRoman),
    bold: await pdf.embedFont(StandardFonts.TimesRomanBold),
  };
  const next = wordsFrom(1);
  let note = 0;
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage([PAGE.width, PAGE.height]);
    draw(page, fonts.roman, 10, PAGE.margin, PAGE.height - 50, `The Long Book ${number}`);
    const notesTop = PAGE.margin + NOTES_ON_A_PAGE * 2 * NOTE.leading;
    let y = PAGE.height - PAGE.margin;
    if (number % 10 === 1) {
      draw(
        page,
        fonts.bold,
        14,
        PAGE.margin,
        y,
        number === 1 ? 'A Long Book of Tides' : `${Math.ceil(number / 10)} Of ${next()} and ${next()}`,
      );
      y -= 2 * TEXT.leading;
    }
    for (let marks = 0; y - 5 * TEXT.leading > notesTop; ) {
      const lines = paragraph(fonts, next, 4 + (number % 3), 18);
      for (const [index, line] of lines.entries()) {
        const x = PAGE.margin + (index === 0 ? 18 : 0);
        draw(page, fonts.roman, TEXT.size, x, y, line);
        if (index === lines.length - 1 && marks < NOTES_ON_A_PAGE) {
          marks += 1;
          const end = x + fonts.roman.widthOfTextAtSize(line, TEXT.size);
          draw(page, fonts.roman, 7, end, y + 4, String(note + marks));
        }
        y -= TEXT.leading;
        if (y < notesTop + TEXT.leading) break;
      }
    }
    y = notesTop - NOTE.leading;
    for (let at = 1; at <= NOTES_ON_A_PAGE; at++) {
      note += 1;
      draw(page, fonts.roman, 6, PAGE.margin, y + 3, String(note));
      draw(page, fonts.roman, NOTE.size, PAGE.margin + 14, y, `${sentence(next, 9)}`);
      y -= 2 * NOTE.leading;
    }
  }
  return { bytes: await pdf.save(), pages, notes: note };
}

const draw = (page: PDFPage, font: PDFFont, size: number, x: number, y: number, text: string): void =>
  page.drawText(text, { x, y, font, size });

/** Words in an order that is the same on every run; a linear congruential generator. */
function wordsFrom(seed: number): () => string {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return WORDS[(state >> 8) % WORDS.length] ?? '';
  };
}

function sentence(next: () => string, words: number): string {
  const text = Array.from({ length: words }, next).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Lines as full as the words allow. */
function paragraph({ roman }: Fonts, next: () => string, sentences: number, indent: number): string[] {
  const words = Array.from({ length: sentences }, () => sentence(next, 12))
    .join(' ')
    .split(' ');
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    const room = WIDTH - (lines.length === 0 ? indent : 0);
    if (roman.widthOfTextAtSize(longer, TEXT.size) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
