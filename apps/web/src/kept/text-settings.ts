/** How this reader likes to read: size, room between the lines, typeface, colours. Kept in the browser, set on the root element. */
import { createStore } from '../store/store.ts';
import { keep, recall } from './kept.ts';

export const SIZES = ['s', 'm', 'l', 'xl'] as const;
export const LEADINGS = ['tight', 'normal', 'loose'] as const;
export const FACES = ['serif', 'sans'] as const;
export const THEMES = ['system', 'light', 'sepia', 'dark'] as const;

export interface TextSettings {
  size: (typeof SIZES)[number];
  leading: (typeof LEADINGS)[number];
  face: (typeof FACES)[number];
  theme: (typeof THEMES)[number];
}

/** Whatever was kept, with what is missing or unknown as it is by default. */
export function settingsFrom(kept: unknown): TextSettings {
  const given = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<keyof TextSettings, unknown>>;
  const oneOf = <T extends string>(known: readonly T[], value: unknown, otherwise: T): T =>
    known.find((it) => it === value) ?? otherwise;
  return {
    size: oneOf(SIZES, given.size, 'm'),
    leading: oneOf(LEADINGS, given.leading, 'normal'),
    face: oneOf(FACES, given.face, 'serif'),
    theme: oneOf(THEMES, given.theme, 'system'),
  };
}

export const textSettings = createStore<TextSettings>(settingsFrom(recall('text')));

/** Keeps the root element in step with the settings and with the system's colours. */
export function followTextSettings(root: HTMLElement): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { size, leading, face, theme } = textSettings.get();
    root.dataset.size = size;
    root.dataset.leading = leading;
    root.dataset.face = face;
    root.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  apply();
  dark.addEventListener('change', apply);
  textSettings.subscribe(() => {
    apply();
    keep('text', textSettings.get());
  });
}
