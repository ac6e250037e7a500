/** Pictures on the disk that a text refers to by name, taken along with it: only from the folder that it stands in. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type FilesBeside, imageType } from '#article';

/** Addresses in HTML, JATS and Markdown. What is found too much names no picture, and is passed over. */
const ADDRESSES =
  /\b(?:src|data-src|href)\s*=\s*["']([^"'<>\n]{1,500})["']|!\[[^\]]{0,1000}\]\(\s*<?([^)\s>]{1,500})|^\[[^\]\n]{1,200}\]:\s*<?([^\s>]{1,500})/gm;
/** Journals leave it out. */
const ENDINGS = ['', '.png', '.jpg', '.jpeg', '.gif', '.webp'];

/** The pictures that the text of a file refers to, by their paths beside it. */
export async function picturesBeside(
  file: string,
  bytes: Uint8Array,
  { imageBytes, images }: { imageBytes: number; images: number },
): Promise<FilesBeside> {
  const folder = await realpath(dirname(file));
  const found = new Map<string, Uint8Array>();
  const text = new TextDecoder().decode(bytes);
  // Archives and PDFs hold what they need.
  if (/^(?:PK|%PDF)/.test(text)) return found;
  for (const match of text.matchAll(ADDRESSES)) {
    if (found.size >= images) break;
    const address = pathIn(match[1] ?? match[2] ?? match[3] ?? '');
    for (const ending of address === '' ? [] : ENDINGS) {
      const picture = await pictureAt(folder, address + ending, imageBytes);
      if (!picture) continue;
      found.set(address + ending, picture);
      break;
    }
  }
  return found;
}

/** Nothing of the web, and nothing by a path of the whole disk. */
function pathIn(address: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|[/\\#])/i.test(address)) return '';
  const path = address.replace(/[?#].*$/, '').replaceAll('&amp;', '&');
  try {
    return decodeURIComponent(path);
  } catch {
    // Not every percent sign begins an escape.
    return path;
  }
}

async function pictureAt(folder: string, path: string, most: number): Promise<Uint8Array | undefined> {
  try {
    // Links are followed before it is seen where they lead.
    const place = await realpath(join(folder, path));
    const within = relative(folder, place);
    if (within === '' || within === '..' || within.startsWith(`..${sep}`) || within.startsWith(sep)) return undefined;
    const { size } = await stat(place);
    if (size > most) return undefined;
    const bytes = new Uint8Array(await readFile(place));
    return imageType(bytes) === undefined ? undefined : bytes;
  } catch {
    // There is no such file, or nobody may read it: the article says that the picture is missing.
    return undefined;
  }
}
