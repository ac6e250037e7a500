/** From a picture that was pasted, dropped or chosen to one that can be sent: no larger than a screen shows, and without what a camera adds. */

/** The longest side, in pixels; more than a column shows even on the finest screens. */
const LONGEST = 1_600;
const QUALITY = 0.85;

/** Moving pictures would stand still, and small ones gain nothing. */
const isKept = ({ type, size }: Blob): boolean => type === 'image/gif' || (type === 'image/png' && size < 60_000);

/** The pictures in what was pasted or dropped. */
export const picturesIn = (transfer: DataTransfer | null): File[] =>
  [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

/**
 * Drawn anew: smaller where it is large, turned as it was taken, and without the place where that was. Rejects where the browser
 * can't read it.
 */
export async function resized(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  if (isKept(picture) && scale === 1) return picture;
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  // A browser that can't write WebP writes PNG.
  return canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
}

/** The picture in Markdown. */
export const pictureMarkdown = (asset: string, alt: string): string =>
  `![${alt.replace(/[[\]\n]/g, ' ').trim()}](asset:${asset})`;
