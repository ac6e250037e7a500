import type { Definition, Nodes } from 'mdast';
import { type Diagnostic, type DiagnosticCode, diagnose } from '../diagnostic.ts';

/** What holds for a whole document while its nodes are read. */
export interface Context {
  /** Link definitions by identifier. */
  definitions: ReadonlyMap<string, Definition>;
  /** Labels of the notes, `1`, `2` and so on, by the identifier they have in the source. */
  labels: ReadonlyMap<string, string>;
  /** Says that something of a node was dropped. */
  report(code: DiagnosticCode, node: Nodes, message: string): void;
}

/** Where a node begins in the source. */
export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/** A report that collects. */
export const reportTo =
  (diagnostics: Diagnostic[]): Context['report'] =>
  (code, node, message) => {
    diagnostics.push(diagnose(code, lineOf(node), message));
  };
