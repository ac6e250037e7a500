import type { DiagnosticCode } from '../diagnostic.ts';
import type { MarkupElement } from '../markup/tree.ts';
import type { Image } from '../model.ts';
import type { Facts, Refusal, Saying } from '../sayings.ts';
import type { Numbering } from './numbering.ts';
import type { Relationship } from './open-package.ts';
import type { Styles } from './styles.ts';

/** What holds for a whole part of a document (its body, its footnotes) while its elements are read. */
export interface Context {
  styles: Styles;
  numbering: Numbering;
  relationships: ReadonlyMap<string, Relationship>;
  /** The label of a note, by its kind and id. */
  labelOf(kind: NoteKind, id: string): string | undefined;
  /** The picture in the package at this path, or why there is none. */
  imageOf(path: string): Image | Refusal;
  /** Says that something of the paragraph that is being read was left out or guessed. */
  report(code: DiagnosticCode, saying: Saying, facts?: Facts): void;
  /** A paragraph begins: its number in the source, from 1. */
  next(): number;
}

export type NoteKind = 'footnote' | 'endnote';

/** A picture, and what is said about it for those who don't see it. */
export interface FoundPicture {
  /** The path of its part. */
  path: string;
  alternative: string;
  /** Is it as small as a sign, and does it stand in its line? */
  isInLine: boolean;
  element: MarkupElement;
}
