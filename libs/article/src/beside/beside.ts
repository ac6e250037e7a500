/**
 * Files that came along with a source: pictures that it refers to by name. A reference is matched by its path as far as
 * that goes, and else by its name, as a folder may have been renamed or left behind. Nothing is ever fetched.
 */
import { imageType } from '../images.ts';

/** By their paths relative to the source, with `/` between. */
export type FilesBeside = ReadonlyMap<string, Uint8Array>;

/** What came along, as a reader asks for it. */
export interface Beside {
  /** The bytes that a reference like `./img/fig%201.png` means; `undefined` where there are none, or it could mean several. */
  bytesOf(reference: string): Uint8Array | undefined;
}

export const NOTHING_BESIDE: Beside = { bytesOf: () => undefined };

/** What came along, by its names. */
export function besideOf(files: FilesBeside): Beside {
  const known = Array.from(files, ([path, bytes]) => ({ path: stepsOf(path), bytes }));
  return {
    bytesOf: (reference) => {
      const wanted = stepsOf(pathIn(reference));
      const name = wanted.at(-1);
      if (name === undefined) return undefined;
      const same = known.filter(({ path }) => path.at(-1) === name);
      // Journals leave the ending out, and have it as a picture of any kind.
      const alike = same.length > 0 ? same : known.filter((file) => isPictureCalled(name, file));
      const ranked = alike.map((file) => ({ file, shared: sharedEnd(file.path, wanted) }));
      const most = Math.max(...ranked.map(({ shared }) => shared));
      const [best, another] = ranked.filter(({ shared }) => shared === most);
      return another ? undefined : best?.file.bytes;
    },
  };
}

/** The steps of a path in one spelling: names differ in case and in normal form from one system to the next. */
const stepsOf = (path: string): string[] =>
  path
    .normalize('NFC')
    .toLowerCase()
    .split(/[/\\]+/)
    .filter((step) => step !== '' && step !== '.' && step !== '..');

/** The path of a reference, without query and fragment, its escapes undone. */
function pathIn(reference: string): string {
  const path = reference
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?/i, '')
    .replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // Not every percent sign begins an escape.
    return path;
  }
}

const isPictureCalled = (name: string, { path, bytes }: { path: string[]; bytes: Uint8Array }): boolean =>
  path.at(-1)?.replace(/\.[a-z\d]{1,5}$/, '') === name && imageType(bytes) !== undefined;

/** How many steps two paths have in common, counted from their ends. */
function sharedEnd(one: readonly string[], other: readonly string[]): number {
  let shared = 0;
  while (shared < one.length && shared < other.length && one.at(-1 - shared) === other.at(-1 - shared)) shared += 1;
  return shared;
}
