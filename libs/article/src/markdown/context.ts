import type { Definition, Html, Nodes, Root } from 'mdast';
import { type Diagnostic, type DiagnosticCode, diagnose } from '../diagnostic.ts';
import type { DraftBlock } from '../draft.ts';
import type { Image } from '../model.ts';
import type { Facts, Refusal, Saying } from '../sayings.ts';

/** What holds for a whole document while its nodes are read. */
export interface Context {
  source: string;
  /** Link definitions by identifier. */
  definitions: ReadonlyMap<string, Definition>;
  /** Labels of the notes, `1`, `2` and so on, by the identifier they have in the source. */
  labels: ReadonlyMap<string, string>;
  /** The picture at this address, or why there is none. */
  imageOf(address: string): Image | Refusal;
  /** The blocks of a piece of HTML. */
  htmlBlocks(html: Html): DraftBlock[];
  /** Says that something of a node was dropped. */
  report(code: DiagnosticCode, node: Nodes, saying: Saying, facts?: Facts): void;
}

/** Where a node begins in the source. */
export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/** A report that collects. */
export const reportTo =
  (diagnostics: Diagnostic[]): Context['report'] =>
  (code, node, saying, facts) => {
    diagnostics.push(diagnose(code, lineOf(node), saying, facts));
  };

/** The link definitions of a document; the first of each name holds (CommonMark §4.7). */
export function definitionsOf(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

/** Calls back for a node and everything in it, except below what it answers `false` for. */
export function visit(node: Nodes, callback: (node: Nodes) => unknown): void {
  if (callback(node) === false || !('children' in node)) return;
  for (const child of node.children) visit(child, callback);
}
