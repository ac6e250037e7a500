/** Bullets that are drawn, as browsers draw them, and no letters: round or square spots in front of a line. */
import { upright } from './fonts.ts';
import type { Page, Run } from './layout.ts';
import type { Box } from './matrix.ts';

/** In the size of the line. */
const SMALLEST = 0.12;
const LARGEST = 0.6;
/** How far in front of its line a bullet stands, in ems. */
const AWAY = { least: 0.1, most: 2.2 };

/** The page with a bullet for each spot that stands where one would. */
export function withBullets(page: Page): Page {
  if (page.spots.length === 0) return page;
  const bullets = page.spots.flatMap((spot): Run[] => {
    const line = page.runs.find((run) => stands(spot, run));
    if (
      !line ||
      page.runs.some(
        (run) => run !== line && run.y === line.y && run.right < line.x && line.x - run.right < AWAY.most * line.size,
      )
    )
      return [];
    const run = { text: '•', x: spot.x, right: spot.right, y: line.y, size: line.size, style: upright };
    return [{ ...run, spaced: true, shift: undefined, href: undefined }];
  });
  return bullets.length === 0 ? page : { ...page, runs: [...page.runs, ...bullets] };
}

function stands({ x, right, top, bottom }: Box, run: Run): boolean {
  const [width, height] = [right - x, bottom - top];
  if (Math.abs(width - height) > 0.2 * width || width < SMALLEST * run.size || width > LARGEST * run.size) return false;
  const gap = (run.x - right) / run.size;
  return gap > AWAY.least && gap < AWAY.most && bottom < run.y + 1 && top > run.y - run.size;
}
