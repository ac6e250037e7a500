/**
 * How well PDFs are read, measured: manuscripts in test/fixtures/pdf/sources that other programs printed, held against what
 * their authors wrote. `WRITE_DOCS=on npm test -- prints` writes what is measured into docs/formats.md. The first column is
 * how a print was read before anything was changed for it; it was written down then, in sources/at-first-sight.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type PrintShares, printShares } from '../../../../test/support/print-shares.ts';
import type { ReadArticle } from '../read-article.ts';
import { readArticle } from '../read-article.ts';

const folder = new URL('../../../../test/fixtures/', import.meta.url);
const page = new URL('../../../../docs/formats.md', import.meta.url);
const [BEGIN, END] = ['<!-- prints -->', '<!-- /prints -->'];

/** Which manuscript each file is a print of, and by what it was made. */
const PRINTS: readonly (readonly [manuscript: string, file: string, made: string])[] = [
  ['articles/manuscript.md', 'pdf/prints/ferry-latex.pdf', 'ferry, by LuaLaTeX (article)'],
  ['articles/manuscript.md', 'pdf/prints/ferry-office.pdf', 'ferry, by LibreOffice'],
  ['pdf/sources/psalter.md', 'pdf/prints/psalter-office.pdf', 'psalter, by LibreOffice'],
  ['pdf/sources/psalter.md', 'pdf/prints/psalter-three-columns.pdf', 'psalter, by WeasyPrint, in three columns'],
  ['pdf/sources/foam.md', 'pdf/prints/foam-ieee.pdf', 'foam, by LuaLaTeX (IEEEtran), in two columns'],
  ['pdf/sources/foam.md', 'pdf/prints/foam-groff.pdf', 'foam, by groff, in two columns'],
  ['pdf/sources/foam.md', 'pdf/prints/foam-office.pdf', 'foam, by LibreOffice'],
  ['pdf/sources/stairs.md', 'pdf/prints/stairs-koma.pdf', 'stairs (German), by LuaLaTeX (KOMA-Script)'],
  ['pdf/sources/stairs.md', 'pdf/prints/stairs-browser.pdf', 'stairs (German), by Chromium'],
  ['pdf/sources/stairs.md', 'pdf/prints/stairs-weasyprint.pdf', 'stairs (German), by WeasyPrint'],
  ['pdf/sources/letters.md', 'pdf/prints/letters-memoir.pdf', 'letters (French), by LuaLaTeX (memoir)'],
  ['pdf/sources/letters.md', 'pdf/prints/letters-proceedings.pdf', 'letters (French), by LuaLaTeX (LNCS)'],
  ['pdf/sources/letters.md', 'pdf/prints/letters-browser.pdf', 'letters (French), by Chromium'],
  ['pdf/sources/letters.md', 'pdf/prints/letters-two-columns.pdf', 'letters (French), by WeasyPrint, in two columns'],
  ['pdf/sources/letters.md', 'pdf/prints/letters-office.pdf', 'letters (French), by LibreOffice'],
  ['pdf/sources/lanterns.md', 'pdf/prints/lanterns-amsart.pdf', 'lanterns, by LuaLaTeX (amsart)'],
  ['pdf/sources/lanterns.md', 'pdf/prints/lanterns-mom.pdf', 'lanterns, by groff (mom)'],
  ['pdf/sources/lanterns.md', 'pdf/prints/lanterns-browser.pdf', 'lanterns, by Chromium'],
  ['pdf/sources/wells.md', 'pdf/prints/wells-office.pdf', 'wells, by LibreOffice'],
  ['pdf/sources/wells.md', 'pdf/prints/wells-article.pdf', 'wells, by LuaLaTeX (extarticle)'],
  ['pdf/sources/wells.md', 'pdf/prints/wells-ms.pdf', 'wells, by groff (ms)'],
  [
    'pdf/sources/kites.md',
    'pdf/prints/kites-conference.pdf',
    'kites, by LuaLaTeX (IEEEtran, conference), in two columns',
  ],
  ['pdf/sources/kites.md', 'pdf/prints/kites-elsevier.pdf', 'kites, by LuaLaTeX (elsarticle), in two columns'],
  ['pdf/sources/queues.md', 'pdf/prints/queues-office.pdf', 'queues, by LibreOffice, double-spaced'],
  ['pdf/sources/queues.md', 'pdf/prints/queues-browser.pdf', 'queues, by Chromium'],
  ['pdf/sources/queues.md', 'pdf/prints/queues-revtex.pdf', 'queues, by LuaLaTeX (REVTeX), in two columns'],
  ['pdf/sources/hives.md', 'pdf/prints/hives-twocolumn.pdf', 'hives, by LuaLaTeX (article), in two columns'],
  ['pdf/sources/hives.md', 'pdf/prints/hives-koma.pdf', 'hives, by LuaLaTeX (KOMA-Script)'],
  ['pdf/sources/hives.md', 'pdf/prints/hives-columns.pdf', 'hives, by WeasyPrint, in two columns'],
  ['pdf/sources/hives.md', 'pdf/prints/hives-page.pdf', 'hives, by Chromium'],
  ['pdf/sources/hives.md', 'pdf/prints/hives-office.pdf', 'hives, by LibreOffice'],
  ['pdf/sources/knots.md', 'pdf/prints/knots-article.pdf', 'knots, by pdfTeX (article)'],
  ['pdf/sources/knots.md', 'pdf/prints/knots-ieee.pdf', 'knots, by pdfTeX (IEEEtran), in two columns'],
  ['pdf/sources/knots.md', 'pdf/prints/knots-proceedings.pdf', 'knots, by pdfTeX (LNCS)'],
  ['pdf/sources/knots.md', 'pdf/prints/knots-office.pdf', 'knots, by LibreOffice'],
  ['pdf/sources/ovens.md', 'pdf/prints/ovens-book.pdf', 'ovens, by LuaLaTeX (KOMA-Script)'],
  ['pdf/sources/ovens.md', 'pdf/prints/ovens-browser.pdf', 'ovens, by Chromium'],
  ['pdf/sources/ovens.md', 'pdf/prints/ovens-office.pdf', 'ovens, by LibreOffice'],
  ['pdf/sources/tides.md', 'pdf/prints/tides-article.pdf', 'tides, by pdfTeX (article)'],
  ['pdf/sources/tides.md', 'pdf/prints/tides-ieee.pdf', 'tides, by pdfTeX (IEEEtran), in two columns'],
  ['pdf/sources/tides.md', 'pdf/prints/tides-browser.pdf', 'tides, by Chromium'],
  ['pdf/sources/tides.md', 'pdf/prints/tides-office.pdf', 'tides, by LibreOffice'],
];

async function read(file: string): Promise<ReadArticle> {
  const result = await readArticle(readFileSync(new URL(file, folder)), { name: file });
  if (!result.ok) throw new Error(`${file}: ${result.message}`);
  return result;
}

async function shares(): Promise<Map<string, PrintShares>> {
  const measured = new Map<string, PrintShares>();
  for (const [manuscript, file] of PRINTS) {
    const [truth, print] = [await read(manuscript), await read(file)];
    measured.set(file, printShares(truth.article, print.article));
  }
  return measured;
}

const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;

it('are told in docs/formats.md as they are measured', async () => {
  const atFirst = JSON.parse(readFileSync(new URL('pdf/sources/at-first-sight.json', folder), 'utf8'));
  const measured = await shares();
  const rows = PRINTS.map(([, file, made]) => {
    const now = measured.get(file);
    return row(made, atFirst[file] ?? '', now?.blocks ?? '', now?.notes ?? '', now?.headings ?? '');
  });
  const table = [
    row('', 'blocks right at first sight', 'now', 'notes tied', 'headings right'),
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  const told = readFileSync(page, 'utf8');
  const written = told.replace(/<!-- prints -->[\s\S]*<!-- \/prints -->/, () => `${BEGIN}\n${table}\n${END}`);
  if (process.env.WRITE_DOCS === 'on') writeFileSync(page, written);
  expect(readFileSync(page, 'utf8')).toBe(written);
});
