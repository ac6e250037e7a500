import { type UnzipFileInfo, unzipSync } from 'fflate';
import { failure, type ReadFailure, refused } from '../read-error.ts';
import type { ReadLimits } from '../read-limits.ts';
import { sizes } from '../refusals.ts';

/** Small files pack well without any harm. */
const SMALL = 64 * 1024;

/**
 * The files of a ZIP archive that are wanted, by their paths. Whatever its directory says, no more is unpacked than the
 * limits allow, and nothing at all of an archive with paths that lead out of it.
 */
export function unzip(
  source: Uint8Array,
  limits: ReadLimits,
  isWanted: (path: string) => boolean,
): { ok: true; files: ReadonlyMap<string, Uint8Array> } | ReadFailure {
  let entries = 0;
  let bytes = 0;
  let unsafe: ReadFailure | undefined;
  const filter = ({ name, size, originalSize }: UnzipFileInfo): boolean => {
    entries += 1;
    bytes += originalSize;
    unsafe ??= whyUnsafe(name, { entries, bytes }, limits);
    if (originalSize > SMALL && originalSize > limits.archiveRatio * size) unsafe ??= failure('article/unsafe-archive');
    return unsafe === undefined && isWanted(name);
  };
  try {
    // Each file is unpacked into as many bytes as the directory says: what is longer in truth ends there.
    const files = unzipSync(source, { filter });
    return unsafe ?? { ok: true, files: new Map(Object.entries(files)) };
  } catch {
    // The only way in which it says that this is no archive that can be unpacked.
    return unsafe ?? failure('article/damaged');
  }
}

function whyUnsafe(
  path: string,
  { entries, bytes }: { entries: number; bytes: number },
  { archiveEntries, archiveBytes }: ReadLimits,
): ReadFailure | undefined {
  if (leadsOut(path)) return refused('article/unsafe-archive', 'leads-out', { words: path });
  if (entries > archiveEntries) return refused('article/unsafe-archive', 'too-many-files', { most: archiveEntries });
  if (bytes > archiveBytes) return refused('article/unsafe-archive', 'unpacks-to-much', sizes(bytes, archiveBytes));
  return undefined;
}

/** Nothing is ever written to a disk, but who tries is up to no good. */
const leadsOut = (name: string): boolean => /^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|^[a-z]:|\0/i.test(name);
