/** Sections of blocks, and the back matter behind or between them. */
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { type DraftBlock, type DraftSection, lastSection } from '../draft.ts';
import { knownPart, runInPart } from '../known-titles.ts';
import { marked, plain } from '../prose.ts';
import { blockOf } from './blocks.ts';
import { inline } from './inline.ts';
import type { Heading, Part } from './outline.ts';
import type { Piece } from './piece.ts';

/** The body of an article and what follows it. */
export interface Body {
  sections: DraftSection[];
  back: DraftBlock[];
  diagnostics: Diagnostic[];
}

/** Divides the text at its headings; `labels` are those of the notes that there are. */
export function sectionsOf(parts: readonly Part[], labels: ReadonlySet<string>): Body {
  const body: Body = { sections: [], back: [], diagnostics: [] };
  const lastHeading = parts.findLastIndex((part) => part.shape === 'heading' && knownPart(part.title) !== 'back');
  let heading: Heading | undefined;
  let inBack = false;
  for (const [index, part] of parts.entries()) {
    if (part.shape === 'heading') {
      heading = part;
      inBack = knownPart(part.title) === 'back';
      if (inBack) body.back.push({ type: 'paragraph', ...marked(plain(part.title), { type: 'strong' }) });
      else body.sections.push({ title: inline(part.title, labels).text, level: part.level, blocks: [] });
      continue;
    }
    const startsBack = body.sections.length > 0 && isBackMatter(part);
    if (inBack || startsBack) body.back.push(blockOf(part, labels));
    else addBlock(body, blockOf(part, labels), heading, labels);
    // Behind the last heading nothing goes back to the text any more: thanks are followed by a note on the author.
    inBack ||= startsBack && index > lastHeading;
  }
  return body;
}

const isBackMatter = (piece: Piece): boolean => piece.shape === 'prose' && runInPart(piece.text)?.part === 'back';

/** Titles have no references in the model, so those of a title go to the beginning of its first block. */
function addBlock(body: Body, block: DraftBlock, heading: Heading | undefined, labels: ReadonlySet<string>): void {
  const section = lastSection(body.sections);
  const moved = section.blocks.length === 0 && heading ? inline(heading.title, labels).notes : [];
  section.blocks.push({ ...block, notes: [...moved.map(({ label }) => ({ label, at: 0 })), ...block.notes] });
  for (const { label } of moved) {
    const facts = { label, words: section.title };
    body.diagnostics.push(diagnose('read/reference-moved', heading?.line ?? 1, 'reference-moved', facts));
  }
}
