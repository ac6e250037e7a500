import { type Diagnostic, type DiagnosticCode, diagnose } from '../diagnostic.ts';
import type { MarkupElement } from '../markup/tree.ts';
import type { Image } from '../model.ts';
import type { Facts, Refusal, Saying } from '../sayings.ts';
import type { PageNotes } from './notes.ts';
import type { Page } from './page.ts';

/** What holds for a whole page while its elements are read. */
export interface Context {
  page: Page;
  notes: PageNotes;
  /** How far most of its text is moved in, in pixels. */
  indent: number;
  /** The picture of an `img`, or why there is none. */
  imageOf(img: MarkupElement): Image | Refusal;
  report(code: DiagnosticCode, element: MarkupElement, saying: Saying, facts?: Facts): void;
}

/** A report that collects. */
export const reportTo =
  (diagnostics: Diagnostic[]): Context['report'] =>
  (code, element, saying, facts) => {
    diagnostics.push(diagnose(code, element.line, saying, facts));
  };
