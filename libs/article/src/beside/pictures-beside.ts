import { type Pictures, takePictures } from '../images.ts';
import type { ReadLimits } from '../read-limits.ts';
import type { Beside } from './beside.ts';

/** The pictures that a source refers to, by their references. */
export function picturesBeside(
  references: Iterable<string>,
  beside: Beside,
  limits: Pick<ReadLimits, 'imageBytes' | 'images'>,
): Promise<Pictures<string>> {
  const found = new Map<string, Uint8Array>();
  for (const reference of references) {
    const bytes = found.has(reference) ? undefined : bytesOf(reference, beside);
    if (bytes) found.set(reference, bytes);
  }
  return takePictures(found, limits);
}

/** Of a `data:` address what it holds itself; of any other what came along under its name. */
function bytesOf(reference: string, beside: Beside): Uint8Array | undefined {
  if (!/^\s*data:/i.test(reference)) return beside.bytesOf(reference);
  const data = /^\s*data:image\/[\w.+-]+;base64,([\s\S]+)$/i.exec(reference)?.[1];
  return data === undefined ? undefined : fromBase64(data);
}

function fromBase64(data: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(data.replace(/\s+/g, '')), (character) => character.charCodeAt(0));
  } catch {
    // The only way in which it says that this is no base64.
    return undefined;
  }
}
