import type { BlockId } from '#article';
import { elementOf } from '../article/text-map.ts';

const SHOWN_MS = 1_600;

/** Brings a passage into view and marks it for a moment. */
export function showPassage(id: BlockId): void {
  const passage = elementOf(id) ?? document.getElementById(id);
  if (!passage) return;
  passage.scrollIntoView({ block: 'center', behavior: 'smooth' });
  passage.classList.add('shown');
  setTimeout(() => passage.classList.remove('shown'), SHOWN_MS);
}
