/** The title page: the title, who wrote it, and what else stands above the abstract or the first paragraph. */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Author } from '../model.ts';
import {
  addAffiliation,
  addNames,
  type Byline,
  looksLikeAffiliation,
  looksLikeNames,
  looksLikeNamesWithAddresses,
  noByline,
} from './authors.ts';
import { isDate } from './dates.ts';
import { isKnownHeading } from './headings.ts';
import type { Vocabulary } from './hyphens.ts';
import { type Piece, type ProsePiece, prosePiece } from './piece.ts';

export interface TitlePage {
  /** Empty if the text begins without one. */
  title: string;
  subtitle?: string;
  authors: Author[];
  /** As printed, without the brackets around it. */
  history?: string;
  /** Lines that are none of these. */
  other: ProsePiece[];
  diagnostics: Diagnostic[];
  /** How many pieces the title page takes. */
  size: number;
}

type Kind = 'names' | 'affiliation' | 'history' | 'series' | 'other';

const LONGEST_TITLE = 300;
const LONGEST_LINE = 200;
/** A title may end in a full stop if it is as short as this; a paragraph rarely is. */
const SHORT = 100;
const HISTORY =
  /^\(?(?:first )?(?:received|accepted|revised|submitted|published|eingegangen|eingereicht|angenommen|veröffentlicht|recibido|aceptado|reçu|accepté|ricevuto|accettato|recebido|modtaget|mottatt)\b.*\d{4}/iu;
const SERIES =
  /^(?:(?:original|research|review|special)? ?(?:article|paper|essay|report|commentary)|review|book review|working paper.*|(?:vol(?:ume)?|issue|no|band|heft|jahrgang|tome|número|issn)\b.*\d.*|.*\(\d{4}\),? .*\d[–-]\d.*)$/iu;

/** Reads the title page, which ends above piece `until`, or where the text looks like an article's if that is unknown. */
export function readTitlePage(pieces: readonly Piece[], until: number | undefined, vocabulary: Vocabulary): TitlePage {
  const page = new Page(vocabulary, until !== undefined);
  let size = 0;
  for (const piece of pieces.slice(0, until)) {
    if (!page.takes(linesOf(piece))) break;
    size += 1;
  }
  return page.read(size);
}

interface PrintedLine {
  number: number;
  text: string;
}

/** Fills up line by line; what a line is may depend on the one above it. */
class Page {
  private title: string[] = [];
  private subtitle: string | undefined;
  private byline: Byline = noByline;
  private readonly history: string[] = [];
  private readonly other: ProsePiece[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private last: Kind | 'title' | undefined;

  constructor(
    private readonly vocabulary: Vocabulary,
    /** Is it known where the page ends, so that lines of any kind may stand on it? */
    private readonly isBounded: boolean,
  ) {}

  /** Takes the lines of one piece, or none of them if the title page has ended. */
  takes(lines: readonly PrintedLine[]): boolean {
    const [first] = lines;
    if (!first) return false;
    if (this.title.length === 0) return this.takesTitle(lines, first);
    if (!this.isBounded && !lines.every(({ text }) => this.kindOf(text) !== 'other')) return false;
    for (const [index, line] of lines.entries()) this.add(line, index > 0);
    return true;
  }

  read(size: number): TitlePage {
    return {
      title: this.title.join(' '),
      ...(this.subtitle !== undefined && { subtitle: this.subtitle }),
      authors: this.byline.authors.map(({ signs, ...author }) => author),
      ...(this.history.length > 0 && { history: this.history.join('; ') }),
      other: this.other,
      diagnostics: this.diagnostics,
      size,
    };
  }

  private takesTitle(lines: readonly PrintedLine[], first: PrintedLine): boolean {
    if (SERIES.test(first.text) && first.text.length < LONGEST_LINE) {
      this.leaveOut(first);
      return lines.length === 1 || this.takes(lines.slice(1));
    }
    const end = lines.findIndex(({ text }, index) => index > 0 && this.kindOf(text) !== 'other');
    const own = end === -1 ? lines : lines.slice(0, end);
    const title = own.map(({ text }) => text).join(' ');
    const isSentence = title.endsWith('.') && (title.length > SHORT || !this.isBounded);
    if (title.length > LONGEST_TITLE || isSentence || isKnownHeading(title)) return false;
    // Marks of notes on the title (an asterisk, a raised figure) are thanks or grants; they belong to no word.
    this.title = [title.replace(/[*†‡⁰¹²³⁴-⁹\s]+$/u, '')];
    this.last = 'title';
    for (const line of lines.slice(own.length)) this.add(line, true);
    return true;
  }

  private kindOf(text: string): Kind {
    if (text.length > 2 * LONGEST_LINE) return 'other';
    if (HISTORY.test(text) || isDate(text)) return 'history';
    if (looksLikeNamesWithAddresses(text, this.vocabulary)) return 'names';
    const isSentence = text.endsWith('.') && text.length > SHORT;
    if (looksLikeAffiliation(text) && !isSentence) return 'affiliation';
    if (text.length < LONGEST_LINE && SERIES.test(text)) return 'series';
    return looksLikeNames(text, this.vocabulary) ? 'names' : 'other';
  }

  private add(line: PrintedLine, samePiece: boolean): void {
    const kind = this.kindOf(line.text);
    if (kind === 'names') this.addNames(line);
    else if (kind === 'affiliation' && this.byline.authors.length > 0) {
      this.byline = addAffiliation(this.byline, line.text);
    } else if (kind === 'history') this.history.push(line.text.replace(/^\((.*)\)$/, '$1'));
    else if (kind === 'series') this.leaveOut(line);
    else if (this.last === 'affiliation' && samePiece) this.byline = addAffiliation(this.byline, line.text);
    else if (this.last === 'title' && line.text.length < LONGEST_LINE) this.subtitle = line.text;
    else this.other.push(prosePiece(line.number, line.text));
    this.last = kind;
  }

  private addNames({ number, text }: PrintedLine): void {
    const before = this.byline.authors.length;
    this.byline = addNames(this.byline, text, this.last === 'names');
    const names = this.byline.authors.slice(before).map(({ name }) => name);
    const strays = [...text].filter(
      (character) => /\p{Lo}|\p{So}|\p{Co}/u.test(character) && !names.join().includes(character),
    );
    if (strays.length > 0) {
      this.diagnostics.push(
        diagnose('text/glyph-removed', number, 'glyph-removed', { words: strays.join(''), other: names.join(', ') }),
      );
    }
  }

  private leaveOut({ number, text }: PrintedLine): void {
    this.diagnostics.push(diagnose('text/line-left-out', number, 'title-page-line', { words: text }));
  }
}

/** On a title page every line may be something else. */
function linesOf(piece: Piece): PrintedLine[] {
  if (piece.shape === 'list')
    return piece.items.map(({ line, marker, text }) => ({ number: line, text: `${marker} ${text}` }));
  const lines = piece.shape === 'prose' ? piece.lines : piece.text.split('\n');
  return lines.map((text, index) => ({ number: piece.line + index, text }));
}
