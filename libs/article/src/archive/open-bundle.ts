/** An article and its pictures in one ZIP archive: a folder as it was packed, or a page with the folder that was saved beside it. */
import type { FilesBeside } from '../beside/beside.ts';
import { imageType } from '../images.ts';
import { failure, type ReadFailure, refused } from '../read-error.ts';
import type { ReadLimits } from '../read-limits.ts';
import { unzip } from './unzip.ts';

export interface Bundle {
  /** The path of the article in the archive. */
  name: string;
  document: Uint8Array;
  /** Its pictures. */
  files: FilesBeside;
}

const DOCUMENT = /\.(?:html?|xhtml|xml|jats|nxml|md|markdown|mkd|mdown|txt|text|docx|pdf)$/i;
/** What systems put into archives by themselves, and what pages come with that is neither text nor a picture. */
const NEVER =
  /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|thumbs\.db$|desktop\.ini$)|\/$|\.(?:m?js|css|json|map|woff2?|ttf|otf|eot|svg|ico|mp[34]|webm|zip)$/i;

/** Unpacks an archive that holds one article. */
export function openBundle(source: Uint8Array, limits: ReadLimits): { ok: true; bundle: Bundle } | ReadFailure {
  const unpacked = unzip(source, limits, (path) => !NEVER.test(path));
  if (!unpacked.ok) return unpacked;
  const { files } = unpacked;
  const chosen = chooseDocument([...files.keys()].filter((path) => DOCUMENT.test(path)));
  if (typeof chosen !== 'string') return chosen;
  const pictures = [...files].filter(([, bytes]) => imageType(bytes) !== undefined);
  const document = files.get(chosen) ?? new Uint8Array();
  return { ok: true, bundle: { name: chosen, document, files: new Map(pictures) } };
}

const SHOWN = 4;

/** The document that stands highest; of several, the one that has a folder of its own, or the only one that is no plain text. */
function chooseDocument(paths: readonly string[]): string | ReadFailure {
  const depth = (path: string): number => path.split('/').length;
  const least = Math.min(...paths.map(depth));
  const highest = paths.filter((path) => depth(path) === least);
  const withFolder = highest.filter((path) => paths.some((other) => isSavedWith(path, other)));
  const marked = highest.filter((path) => !/\.(?:txt|text)$/i.test(path));
  for (const some of [highest, withFolder, marked]) {
    const [only, ...more] = some;
    if (only !== undefined && more.length === 0) return only;
  }
  if (highest.length === 0) return failure('article/no-document');
  const more = Math.max(0, highest.length - SHOWN);
  return refused('article/several-documents', 'which-article', { names: highest.toSorted().slice(0, SHOWN), more });
}

/** Browsers save `Essay.html` with a folder `Essay_files`. */
const isSavedWith = (page: string, other: string): boolean =>
  other !== page && other.startsWith(page.replace(/\.[^.]+$/, '')) && other.includes('/', page.length - 5);
