import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { joinParts, type Vocabulary } from './hyphens.ts';
import type { Part } from './outline.ts';
import type { ProsePiece } from './piece.ts';
import { announces, isOpen, startsSmall } from './sentence.ts';

/** Joins the halves of paragraphs that pages, notes or blank lines have torn apart. */
export function stitch<P extends Part>(
  parts: readonly P[],
  vocabulary: Vocabulary,
): { parts: (P | ProsePiece)[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const runs: P[][] = [];
  for (const part of parts) {
    const last = runs.at(-1)?.at(-1);
    if (last?.shape === 'prose' && part.shape === 'prose' && areHalves(last, part)) {
      runs.at(-1)?.push(part);
      diagnostics.push(diagnose('text/paragraph-joined', part.line, 'paragraph-joined', { words: part.text }));
    } else runs.push([part]);
  }
  return { parts: runs.flatMap((run) => joined(run, vocabulary)), diagnostics };
}

/** An unfinished sentence, and what may be the rest of it: after a page break even a name. */
const areHalves = (first: ProsePiece, second: ProsePiece): boolean =>
  isOpen(first.text) && !announces(first.text) && (second.torn || startsSmall(second.text));

function joined<P extends Part>(run: readonly P[], vocabulary: Vocabulary): (P | ProsePiece)[] {
  const [first, ...more] = run;
  if (first?.shape !== 'prose' || more.length === 0) return [...run];
  const texts = run.flatMap((part) => (part.shape === 'prose' ? part.text : []));
  return [{ ...first, text: joinParts(texts, vocabulary), lines: texts }];
}
