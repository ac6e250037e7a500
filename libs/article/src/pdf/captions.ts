/** Which caption belongs to a picture, by its first words or by where and how it stands. */
import { numberingOf } from '../text/headings.ts';
import { captionKind } from './caption-kind.ts';
import type { Told } from './headings.ts';
import type { Setting } from './setting.ts';

/** Of a caption that has no number. */
const LONGEST_UNNUMBERED = 320;
/** How far it stands from its picture, in leadings. */
const NEAR = 3;
const CLOSE = 1.7;
/** In points. */
const ALIGNED = 2;
/** In the size of the text. */
const SMALLER = 0.97;
/** Edges that differ by less, in ems, leave a text in the middle. */
const CENTRED = 1;

/** The captions of pictures: one with a number beside it, or else what stands right below and looks like one. */
export function captionsOf(paragraphs: readonly Told[], setting: Setting): Map<Told, Told> {
  const captions = new Map<Told, Told>();
  const taken = new Set<Told>();
  const give = (picture: Told, caption: Told | undefined): void => {
    if (!caption) return;
    captions.set(picture, caption);
    taken.add(caption);
  };
  for (const [at, picture] of paragraphs.entries()) {
    if (picture.span?.kind !== 'picture') continue;
    const [before, next] = [paragraphs[at - 1], paragraphs[at + 1]];
    const isFree = (told: Told | undefined): told is Told => told !== undefined && !told.span && !taken.has(told);
    const numbered = [next, before].find((told) => isFree(told) && captionKind(told.text) === 'figure');
    const looks = isFree(next) && looksLikeCaption(next, picture, setting) ? next : undefined;
    give(picture, numbered ?? looks);
  }
  return captions;
}

function looksLikeCaption({ text, lines }: Told, picture: Told, setting: Setting): boolean {
  const [first] = lines;
  const box = picture.lines[0];
  if (!first || !box || first.page !== box.page || first.slot !== box.slot) return false;
  if (text.length > LONGEST_UNNUMBERED || numberingOf(text) !== undefined) return false;
  if (first.y < box.y || first.y - box.y > NEAR * setting.leading(first.size)) return false;
  if (first.size < SMALLER * setting.size || lines.every(({ italic }) => italic)) return true;
  const { left, right } = setting.edges(first);
  // Moved in as far as the picture, and close to it.
  const isUnder = lines.every(({ x }) => Math.abs(x - box.x) < ALIGNED) && box.x - left > first.size;
  if (isUnder && first.y - box.y < CLOSE * setting.leading(first.size)) return true;
  return lines.every((line) => {
    const [before, behind] = [line.x - left, right - line.right];
    return before > CENTRED * line.size && Math.abs(before - behind) < CENTRED * line.size;
  });
}
