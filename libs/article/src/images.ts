/** Pictures out of a source: what they are is told by their bytes, never by their names. */
import type { Asset } from './diagnostic.ts';
import type { Image } from './model.ts';
import type { ReadLimits } from './read-limits.ts';
import type { Refusal } from './sayings.ts';

/** Kinds that every browser shows and that can't run anything; SVG can. */
const KINDS: readonly (readonly [type: string, beginning: RegExp])[] = [
  ['image/png', /^\u{89}PNG\r\n/u],
  ['image/jpeg', /^\u{ff}\u{d8}\u{ff}/u],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/],
];

/** The media type of a picture, or `undefined` if it is none that is taken. */
export function imageType(bytes: Uint8Array): string | undefined {
  const head = Array.from(bytes.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
  return KINDS.find(([, beginning]) => beginning.test(head))?.[0];
}

/** Pictures of an article by what its source calls them, and why those that are missing were left out. */
export interface Pictures<Key> {
  assets: Asset[];
  hashes: ReadonlyMap<Key, string>;
  refused: ReadonlyMap<Key, Refusal>;
}

export const NO_PICTURES: Pictures<string> = { assets: [], hashes: new Map(), refused: new Map() };

/** The picture of this name, or why there is none; `absent` where it is not there at all. */
export const pictureOf = <Key>({ hashes, refused }: Pictures<Key>, key: Key, absent: Refusal): Image | Refusal => {
  const asset = hashes.get(key);
  return asset === undefined ? (refused.get(key) ?? absent) : { asset };
};

/** Checks and names the pictures that were found. */
export async function takePictures<Key>(
  found: ReadonlyMap<Key, Uint8Array>,
  { imageBytes, images }: Pick<ReadLimits, 'imageBytes' | 'images'>,
): Promise<Pictures<Key>> {
  const hashes = new Map<Key, string>();
  const refused = new Map<Key, Refusal>();
  const assets = new Map<string, Asset>();
  for (const [key, bytes] of found) {
    if (imageType(bytes) === undefined) refused.set(key, { why: 'kind' });
    else if (bytes.length > imageBytes) refused.set(key, { why: 'size', most: imageBytes });
    else if (assets.size >= images) refused.set(key, { why: 'number', most: images });
    else {
      const hash = await sha256(bytes);
      hashes.set(key, hash);
      assets.set(hash, { hash, bytes });
    }
  }
  return { assets: [...assets.values()], hashes, refused };
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
