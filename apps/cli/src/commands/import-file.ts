/** Publishing an article from the command line: the same reader, rules and log as over HTTP, without a server in between. */
import type pg from 'pg';
import { v4, v7 } from 'uuid';
import type { FilesBeside, Format, Progress } from '#article';
import { ArticleReader, Assets, assetsOf, keepFiles, nextVersion } from '#importing';
import { openLog } from '#log';
import { limitsOf, PlainFailure, readLimitsOf, type Settings } from '#platform';
import { ArticleId, CommandId, EVERYONE, INSTRUCTORS, type SeminarId } from '#seminar';

export interface FileToImport {
  bytes: Uint8Array;
  name: string;
  format: Format | undefined;
  seminar: SeminarId;
  /** None for a new one. */
  article: ArticleId | undefined;
  /** Pictures beside it. */
  files?: FilesBeside | undefined;
  /** Is told how far the reading has come. */
  progress?: ((progress: Progress) => void) | undefined;
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
  { bytes, name, format, seminar, article = ArticleId.parse(v4()), files, progress }: FileToImport,
): Promise<Published> {
  const reader = new ArticleReader({
    time: settings.IMPORT_TIMEOUT_MS,
    memory: settings.IMPORT_MEMORY_MB,
    atOnce: 1,
    limits: readLimitsOf(settings),
  });
  const read = await reader.read(bytes, { format, name, files, progress });
  if (!read.ok) throw new PlainFailure(`${read.message} (${read.code})`);

  const log = await openLog(pool, { limits: limitsOf(settings) });
  try {
    const { roster } = await log.seminars.state({ seminar, audience: EVERYONE });
    const [instructor] = [...roster].find(([, role]) => role === 'instructor') ?? [];
    if (!instructor) throw new PlainFailure(`There is no seminar ${seminar}.`);
    const assets = new Assets(pool);
    const kept = await keepFiles(assets, seminar, read, { bytes, name });
    const next = await nextVersion(log.snapshots, { seminar, article }, kept);
    const id = CommandId.parse(v7());
    const shown = { hashes: assetsOf(next.document), to: EVERYONE, readable: [INSTRUCTORS, EVERYONE] };
    const outcome = await assets.whileHeld(seminar, id, shown, () =>
      log.seminars.handle(seminar, {
        type: 'article.import',
        data: { article, ...next },
        id,
        by: instructor,
        at: new Date().toISOString(),
        audience: EVERYONE,
      }),
    );
    if (!outcome) throw new PlainFailure('Its pictures were taken away while it was published. Bring it again.');
    if (!outcome.ok) throw new PlainFailure(`${outcome.error.message ?? 'It was refused.'} (${outcome.error.code})`);
    return { article, version: next.version, title: next.document.title };
  } finally {
    await log.close();
  }
}
