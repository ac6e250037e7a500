/** Publishing an article from the command line: the same reader, rules and log as over HTTP, without a server in between. */
import type pg from 'pg';
import { v4, v7 } from 'uuid';
import type { Format } from '#article';
import { ArticleReader, Assets, keepFiles, nextVersion } from '#importing';
import { openLog } from '#log';
import { limitsOf, PlainFailure, readLimitsOf, type Settings } from '#platform';
import { ArticleId, CommandId, EVERYONE, type SeminarId } from '#seminar';

export interface FileToImport {
  bytes: Uint8Array;
  name: string;
  format: Format | undefined;
  seminar: SeminarId;
  /** None for a new one. */
  article: ArticleId | undefined;
}

export interface Published {
  article: ArticleId;
  version: number;
  title: string;
}

/** Reads a file and publishes it on behalf of the seminar's first instructor. */
export async function importFile(
  pool: pg.Pool,
  settings: Settings,
  { bytes, name, format, seminar, article = ArticleId.parse(v4()) }: FileToImport,
): Promise<Published> {
  const reader = new ArticleReader({
    time: settings.IMPORT_TIMEOUT_MS,
    memory: settings.IMPORT_MEMORY_MB,
    atOnce: 1,
    limits: readLimitsOf(settings),
  });
  const read = await reader.read(bytes, { format, name });
  if (!read.ok) throw new PlainFailure(`${read.message} (${read.code})`);

  const log = await openLog(pool, { limits: limitsOf(settings) });
  try {
    const { roster } = await log.seminars.state({ seminar, audience: EVERYONE });
    const [instructor] = [...roster].find(([, role]) => role === 'instructor') ?? [];
    if (!instructor) throw new PlainFailure(`There is no seminar ${seminar}.`);
    const kept = await keepFiles(new Assets(pool), seminar, read, { bytes, name });
    const next = await nextVersion(log.snapshots, { seminar, article }, kept);
    const outcome = await log.seminars.handle(seminar, {
      type: 'article.import',
      data: { article, ...next },
      id: CommandId.parse(v7()),
      by: instructor,
      at: new Date().toISOString(),
      audience: EVERYONE,
    });
    if (!outcome.ok) throw new PlainFailure(`${outcome.error.message ?? 'It was refused.'} (${outcome.error.code})`);
    return { article, version: next.version, title: next.document.title };
  } finally {
    await log.close();
  }
}
