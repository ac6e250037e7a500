/** Files that were brought and not yet published: one row each, so that nothing is lost when a page or a process goes. */
import type pg from 'pg';
import { z } from 'zod';
import {
  Article,
  Diagnostic,
  FORMATS,
  type Format,
  Mending,
  Progress,
  picturesOf,
  READ_ERRORS,
  type ReadErrorCode,
  RefusalFacts,
  RefusalSaying,
} from '#article';
import { SeminarId } from '#seminar';

export const UploadId = z.uuid().brand<'UploadId'>();
/** Names a file that was brought. */
export type UploadId = z.infer<typeof UploadId>;

const Preview = z.object({ document: Article, diagnostics: z.array(Diagnostic), format: z.enum(FORMATS) });
/** What was read from a file. */
export type Preview = z.infer<typeof Preview>;

/** Why a file could not be read; `undefined` where it was no fault of the file. */
export interface UploadError {
  code: ReadErrorCode | undefined;
  message: string;
  saying?: RefusalSaying | undefined;
  facts?: RefusalFacts | undefined;
}

/** A file that was brought, and what has become of it. */
export interface Upload {
  id: UploadId;
  seminar: SeminarId;
  person: string;
  name: string;
  format: Format | undefined;
  /** The hash of the file. */
  file: string;
  status: 'reading' | 'ready' | 'failed';
  /** While it is read; none until that has begun. */
  progress: Progress | undefined;
  /** Once it is ready. */
  preview: Preview | undefined;
  /** Where it failed. */
  error: UploadError | undefined;
  mendings: Mending[];
  createdAt: Date;
}

const Row = z.object({
  id: UploadId,
  seminar_id: SeminarId,
  person_id: z.string(),
  name: z.string(),
  format: z.enum(FORMATS).nullable(),
  file: z.string(),
  status: z.enum(['reading', 'ready', 'failed']),
  progress: Progress.nullable(),
  preview: Preview.nullable(),
  error: z
    .object({
      code: z
        .string()
        .refine((code): code is ReadErrorCode => code in READ_ERRORS)
        .optional(),
      message: z.string(),
      saying: RefusalSaying.optional().catch(undefined),
      facts: RefusalFacts.optional().catch(undefined),
    })
    .nullable(),
  mendings: z.array(Mending),
  created_at: z.date(),
});

/** What is known of a file when it is brought. */
export interface BroughtFile extends Pick<Upload, 'id' | 'seminar' | 'person' | 'name' | 'format' | 'file'> {
  /** What was read, where that has been done at once. */
  preview?: Preview;
}

const COLUMNS = 'id, seminar_id, person_id, name, format, file, status, progress, preview, error, mendings, created_at';

export class Uploads {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async add({ id, seminar, person, name, format, file, preview }: BroughtFile): Promise<void> {
    await this.#pool.query(
      `INSERT INTO upload (id, seminar_id, person_id, name, format, file, assets, status, preview)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[id, seminar, person, name, format ?? null, file, preview ? assetsOf(preview.document) : [file]],
        ...[preview ? 'ready' : 'reading', preview ? JSON.stringify(preview) : null],
      ],
    );
  }

  async find(id: UploadId): Promise<Upload | undefined> {
    const { rows } = await this.#pool.query(`SELECT ${COLUMNS} FROM upload WHERE id = $1`, [id]);
    return rows[0] && uploadOf(rows[0]);
  }

  /** What a person has brought to a seminar, the newest first. Of what was read, its title and no more. */
  async ofPerson(
    seminar: SeminarId,
    person: string,
  ): Promise<(Omit<Upload, 'preview'> & { title: string | undefined })[]> {
    const { rows } = await this.#pool.query(
      `SELECT ${COLUMNS.replace('preview', 'NULL AS preview')}, preview #>> '{document,title}' AS title
       FROM upload WHERE seminar_id = $1 AND person_id = $2 ORDER BY created_at DESC LIMIT 50`,
      [seminar, person],
    );
    return rows.map((row) => ({ ...uploadOf(row), title: row.title ?? undefined }));
  }

  /** How far the reading has come; `false` where nobody waits for it any more. */
  async report(id: UploadId, progress: Progress): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      "UPDATE upload SET progress = $2, touched_at = now() WHERE id = $1 AND status = 'reading'",
      [id, JSON.stringify(progress)],
    );
    return rowCount === 1;
  }

  /** What was read, its pictures kept before. */
  async finish(id: UploadId, preview: Preview): Promise<void> {
    await this.#pool.query(
      `UPDATE upload SET status = 'ready', preview = $2, assets = $3, progress = NULL, error = NULL, touched_at = now()
       WHERE id = $1 AND status = 'reading'`,
      [id, JSON.stringify(preview), assetsOf(preview.document)],
    );
  }

  /** The file stays, so that it can be tried again. */
  async fail(id: UploadId, error: UploadError): Promise<void> {
    await this.#pool.query(
      "UPDATE upload SET status = 'failed', error = $2, progress = NULL, touched_at = now() WHERE id = $1 AND status = 'reading'",
      [id, JSON.stringify(error)],
    );
  }

  /** Reads the file once more, perhaps as another format; what was mended is gone with what it was mended in. */
  async retry(id: UploadId, format: Format | undefined): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      `UPDATE upload SET status = 'reading', format = $2, progress = NULL, preview = NULL, error = NULL, mendings = '[]', touched_at = now()
       WHERE id = $1 AND status <> 'reading'`,
      [id, format ?? null],
    );
    return rowCount === 1;
  }

  async mend(id: UploadId, mendings: readonly Mending[]): Promise<void> {
    await this.#pool.query('UPDATE upload SET mendings = $2, touched_at = now() WHERE id = $1', [
      id,
      JSON.stringify(mendings),
    ]);
  }

  /** Forgets it: it was published, or nobody wants it. Whoever reads it stops. */
  async drop(id: UploadId): Promise<void> {
    await this.#pool.query('DELETE FROM upload WHERE id = $1', [id]);
  }

  /** The same, where this person brought it. */
  async dropOf(person: string, id: UploadId): Promise<void> {
    await this.#pool.query('DELETE FROM upload WHERE id = $1 AND person_id = $2', [id, person]);
  }

  /** Those that are to be read and that nobody has touched for so many milliseconds: perhaps their job is lost. */
  async waiting(untouched: number): Promise<UploadId[]> {
    const { rows } = await this.#pool.query<{ id: string }>(
      "SELECT id FROM upload WHERE status = 'reading' AND touched_at < now() - $1 * interval '1 millisecond' LIMIT 1000",
      [untouched],
    );
    return rows.map(({ id }) => UploadId.parse(id));
  }
}

/** The file and the pictures of an article, by their hashes. */
export const assetsOf = (article: Article): string[] => [
  ...new Set([...picturesOf(article), ...(article.original ? [article.original.asset] : [])]),
];

function uploadOf(row: unknown): Upload {
  const { seminar_id, person_id, format, progress, preview, error, created_at, ...rest } = Row.parse(row);
  return {
    ...rest,
    seminar: seminar_id,
    person: person_id,
    format: format ?? undefined,
    progress: progress ?? undefined,
    preview: preview ?? undefined,
    error: error ? { code: error.code, message: error.message } : undefined,
    createdAt: created_at,
  };
}
