import { type Diagnostic, type DiagnosticCode, diagnose } from '../diagnostic.ts';
import type { DraftNote } from '../draft.ts';
import type { MarkupElement } from '../markup/tree.ts';
import type { Image } from '../model.ts';
import type { Facts, Refusal, Saying } from '../sayings.ts';

/** What holds for a whole document while its elements are read. */
export interface Context {
  /** The label of each note, by the element that it is and by the id that it has. */
  labelOf(note: MarkupElement | string): string | undefined;
  /** The picture of this name, or why there is none. */
  imageOf(name: string): Image | Refusal;
  /** Says that something of an element was left out or guessed. */
  report(code: DiagnosticCode, element: MarkupElement, saying: Saying, facts?: Facts): void;
}

/** A report that collects. */
export const reportTo =
  (diagnostics: Diagnostic[]): Context['report'] =>
  (code, element, saying, facts) => {
    diagnostics.push(diagnose(code, element.line, saying, facts));
  };

/** The notes of a document in its order, and the labels under which the text refers to them. */
export interface Notes {
  elements: readonly { element: MarkupElement; label: string; place: DraftNote['place'] }[];
  labelOf: Context['labelOf'];
}
