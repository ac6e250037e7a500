/** What axe finds on a page: every rule of WCAG 2.2 A and AA, and of good practice. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A menu over the page holds no content of it: the landmarks are around what lies under it. */
const OVER_THE_PAGE = /radix-popper/;

/** One line for each rule that is broken, with where; none where all is well. */
export async function findings(page: Page, where: string): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults, string[]>(
    (values) =>
      Reflect.get(globalThis, 'axe').run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    RULES,
  );
  const broken = violations
    .map(({ id, nodes }) => ({
      id,
      nodes: nodes.filter(({ target }) => id !== 'region' || !OVER_THE_PAGE.test(target.join(' '))),
    }))
    .filter(({ nodes }) => nodes.length > 0);
  return broken.map(({ id, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(
        ({ target, failureSummary }) =>
          `${target.join(' ')} (${failureSummary?.split('\n').slice(1, 3).join(' ').trim()})`,
      );
    return `${where}: ${id}: ${places.join('; ')}`;
  });
}
