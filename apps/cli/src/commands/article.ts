import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { z } from 'zod';
import {
  DEFAULT_READ_LIMITS,
  FORMAT_NAMES,
  FORMATS,
  type Format,
  inspectArticle,
  placeInWords,
  type ReadArticle,
  readArticle,
} from '#article';
import { errorMessage, PlainFailure, readLimitsOf } from '#platform';
import { ArticleId, SeminarId } from '#seminar';
import { withPool } from '../database.ts';
import { importFile } from './import-file.ts';
import { picturesBeside } from './pictures-beside.ts';
import { progressLine } from './progress-line.ts';

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

  article
    .command('import <file>')
    .description('Read an article and publish it in a seminar, for its instructor. Catena may be running.')
    .requiredOption('--seminar <id>', 'the seminar, as in the address of its room')
    .option('--article <id>', 'the article that this is a new version of; a new one where it isn’t said')
    .option('--format <format>', `one of ${FORMATS.join(', ')}; guessed where it isn’t said`)
    .action(async (file: string, options: { seminar: string; article?: string; format?: string }) => {
      const bytes = await fileAt(file);
      const line = progressLine(process.stderr);
      const wanted = {
        ...{ bytes, name: basename(file), format: formatOf(options.format), progress: line.tell },
        seminar: idOf(SeminarId, options.seminar),
        article: options.article === undefined ? undefined : idOf(ArticleId, options.article),
      };
      const published = await withPool(async (pool, settings) => {
        const files = await picturesBeside(file, bytes, readLimitsOf(settings));
        return importFile(pool, settings, { ...wanted, files });
      }).finally(line.clear);
      process.stdout.write(`${published.title}: article ${published.article}, version ${published.version}\n`);
    });
}

function idOf<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new PlainFailure(`${text} is no id.`);
  return parsed.data;
}

function formatOf(wanted: string | undefined): Format | undefined {
  const format = FORMATS.find((known) => known === wanted);
  if (wanted !== undefined && !format)
    throw new PlainFailure(`${wanted} is no format; there is ${FORMATS.join(', ')}.`);
  return format;
}

const fileAt = (file: string): Promise<Uint8Array> =>
  readFile(file).catch((error: unknown) => {
    throw new PlainFailure(whyUnread(file, error));
  });

function whyUnread(file: string, error: unknown): string {
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'ENOENT':
      return `There is no file ${file}.`;
    case 'EISDIR':
      return `${file} is a folder. Name the article that is in it; its pictures are found beside it.`;
    case 'EACCES':
      return `${file} may not be read by you.`;
    default:
      return `${file} can’t be read: ${errorMessage(error)}`;
  }
}

async function inspect(file: string, wanted: string | undefined): Promise<ReadArticle> {
  const format = formatOf(wanted);
  const bytes = await fileAt(file);
  const line = progressLine(process.stderr);
  const files = await picturesBeside(file, bytes, DEFAULT_READ_LIMITS);
  const about = { format, name: basename(file), files, progress: line.tell };
  const read = await readArticle(bytes, about).finally(line.clear);
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
