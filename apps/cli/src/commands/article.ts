import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { FORMAT_NAMES, FORMATS, inspectArticle, placeInWords, type ReadArticle, readArticle } from '#article';
import { errorMessage, PlainFailure } from '#platform';

export function addArticle(program: Command): void {
  const article = program.command('article').description('Look at articles before they are imported.');
  article
    .command('inspect <file>')
    .description('Read an article as an import would, and show what comes out.')
    .option('--json', 'all of it, as JSON')
    .option('--format <format>', `one of ${FORMATS.join(', ')}; guessed where it isn’t said`)
    .action(async (file: string, options: { json?: boolean; format?: string }) => {
      const read = await inspect(file, options.format);
      const lines = options.json ? [JSON.stringify(inspectArticle(read.article), null, 2)] : overview(read);
      process.stdout.write(`${lines.join('\n')}\n`);
    });
}

async function inspect(file: string, wanted: string | undefined): Promise<ReadArticle> {
  const format = FORMATS.find((known) => known === wanted);
  if (wanted !== undefined && !format)
    throw new PlainFailure(`${wanted} is no format; there is ${FORMATS.join(', ')}.`);
  const source = await readFile(file).catch((error: unknown) => {
    throw new PlainFailure(`${file} can’t be read: ${errorMessage(error)}`);
  });
  const read = await readArticle(source, { format, name: basename(file) });
  if (!read.ok) throw new PlainFailure(`${read.message} (${read.code})`);
  return read;
}

function overview({ article, format, diagnostics }: ReadArticle): string[] {
  const { title, authors, abstract, keywords, sections, notes } = article;
  const paragraphs = sections.reduce((sum, { blocks }) => sum + blocks.length, 0);
  return [
    title,
    ...authors.map(({ name, affiliation, email }) => [name, affiliation, email].filter(Boolean).join(', ')),
    '',
    `Read as ${FORMAT_NAMES[format]}: ${count(sections.length, 'section')}, ${count(paragraphs, 'block')}, ${count(notes.length, 'note')}; ${abstract.length === 0 ? 'no abstract' : 'an abstract'}, ${count(keywords.length, 'keyword')}.`,
    '',
    ...sections.map(
      ({ title: name, level, blocks }) =>
        `${'  '.repeat(level)}${name || '(untitled)'} — ${count(blocks.length, 'block')}`,
    ),
    ...(diagnostics.length === 0 ? [] : ['', 'Worth a look:']),
    ...diagnostics.map(({ code, message, place }) => `  ${placeInWords(place)}: ${message} (${code})`),
  ];
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
