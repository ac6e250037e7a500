/** The rules of the seminar, the very ones that the server runs. Who only reads needs none: they are loaded after the text, or with the first word. */
import type { decide } from '#seminar';
import { loadAlso } from '../ui/after-text.tsx';

export type Decide = typeof decide;

export interface Rules {
  /** `undefined` until they are loaded. */
  readonly now: Decide | undefined;
  load(): Promise<void>;
}

let loaded: Decide | undefined;

export const rules: Rules = {
  get now() {
    return loaded;
  },
  async load() {
    loaded ??= (await import('./decide.ts')).decide;
  },
};

loadAlso(() => void rules.load().catch(() => {}));
