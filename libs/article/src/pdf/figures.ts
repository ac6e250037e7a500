/** Pictures and drawings put among the runs of their pages, as places that the text flows around. */
import type { Pictures } from '../images.ts';
import { drawingsOn } from './drawings.ts';
import { upright } from './fonts.ts';
import type { Page, Picture, Run } from './layout.ts';
import type { Box } from './matrix.ts';
import type { Found } from './pictures.ts';

/** U+FFFC, which stands for an object in a text. */
const OBJECT = '\ufffc';

/** The pages with their figures; the lettering of drawings is no text any more. */
export function withFigures(pages: readonly Page[], found: readonly Found[], pictures: Pictures<Found>): Page[] {
  return pages.map((page) => {
    const own = found.filter((one) => one.page === page.number);
    const drawn = drawingsOn(page).filter(({ box }) => !own.some((one) => overlap(one.box, box)));
    const lettering = new Set(drawn.flatMap((one) => one.lettering));
    const figures: Picture[] = [
      ...own.map((one) => ({ box: one.box, ...imageOf(one, pictures) })),
      ...drawn.map((one) => ({
        box: one.box,
        left: { why: 'drawn' as const },
        lettering: one.lettering.map(({ text }) => text).join(' '),
      })),
    ];
    if (figures.length === 0) return page;
    return { ...page, runs: [...page.runs.filter((run) => !lettering.has(run)), ...figures.map(placeOf)] };
  });
}

function imageOf(found: Found, { hashes, refused }: Pictures<Found>): Pick<Picture, 'asset' | 'left'> {
  const asset = hashes.get(found);
  return asset === undefined ? { left: refused.get(found) ?? { why: 'undecodable' } } : { asset };
}

const overlap = (a: Box, b: Box): boolean => a.x < b.right && b.x < a.right && a.top < b.bottom && b.top < a.bottom;

const placeOf = (picture: Picture): Run => ({
  text: OBJECT,
  x: picture.box.x,
  right: picture.box.right,
  y: picture.box.bottom,
  size: 1,
  style: upright,
  spaced: true,
  shift: undefined,
  href: undefined,
  picture,
});
