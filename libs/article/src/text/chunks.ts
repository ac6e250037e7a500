import type { Line } from './lines.ts';

/** Lines with no blank line between them. */
export interface Chunk {
  lines: readonly Line[];
  /** True if page furniture stood in front. */
  torn: boolean;
}

/** Cuts the text at blank lines and where a page ends. */
export function chunksOf(lines: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Line[] = [];
  let torn = false;
  const close = () => {
    if (open.length === 0) return;
    chunks.push({ lines: open, torn });
    open = [];
    torn = false;
  };
  for (const line of lines) {
    if (line.text === '' || line.torn) close();
    torn ||= line.torn;
    if (line.text !== '') open.push(line);
  }
  close();
  return chunks;
}
