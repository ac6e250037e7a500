import { v7 } from 'uuid';
import { type Format, type Mending } from '#article';
import {
  type ArticleReader,
  type Assets,
  addImportJobs,
  type ImportQueue,
  keepFiles,
  type Upload,
  type UploadError,
  UploadId,
  type Uploads,
} from '#importing';
import type { Seminars } from '#log';
import type { PersonId } from '#people';
import {
  type ProtocolError,
  protocolError,
  readError,
  type UploadAnswer,
  type UploadQuery,
  type UploadSummary,
  type UploadsAnswer,
} from '#protocol';
import { EVERYONE, INSTRUCTORS, may, type SeminarId, standingOf } from '#seminar';
import type { Commands } from '../commands.ts';
import { Refused } from '../refused.ts';

interface Parts {
  commands: Commands;
  seminars: Seminars;
  assets: Assets;
  uploads: Uploads;
  reader: ArticleReader;
  queue: ImportQueue;
  /** Larger files are read by a worker. */
  queuedBytes: number;
}

interface Place {
  seminar: SeminarId;
  upload: string;
}

/** Files on their way to becoming articles: brought, read, looked at, mended. Whoever brought one sees it, and nobody else. */
export class Uploading {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Keeps a file and reads it; a large one is read by a worker, and the answer comes before that. */
  async bring(person: PersonId, seminar: SeminarId, file: Uint8Array, about: UploadQuery): Promise<UploadAnswer> {
    await this.#mayImport(person, seminar);
    const { assets, uploads, queue, queuedBytes } = this.#parts;
    const id = UploadId.parse(v7());
    const brought = { id, seminar, person, format: about.format };
    if (file.length > queuedBytes) {
      const name = about.name ?? '';
      const kept = { bytes: file, mediaType: 'application/octet-stream', name };
      const hash = await assets.keep(seminar, kept, INSTRUCTORS);
      await uploads.add({ ...brought, name, file: hash });
      await addImportJobs(queue, [id]);
    } else {
      const read = await this.#parts.reader.read(file, about);
      if (!read.ok) throw new Refused(readError(read));
      const { diagnostics, format } = read;
      const name = about.name ?? read.article.title;
      const document = await keepFiles(assets, seminar, read, { bytes: file, name });
      const preview = { document, diagnostics, format };
      await uploads.add({ ...brought, name, file: document.original?.asset ?? '', preview });
    }
    return this.find(person, { seminar, upload: id });
  }

  async list(person: PersonId, seminar: SeminarId): Promise<UploadsAnswer> {
    await this.#parts.commands.memberOf(seminar, person);
    const all = await this.#parts.uploads.ofPerson(seminar, person);
    return {
      uploads: all.map(({ title, ...upload }) => ({ ...summaryOf(upload), ...(title !== undefined && { title }) })),
    };
  }

  async find(person: PersonId, place: Place): Promise<UploadAnswer> {
    const upload = await this.#of(person, place);
    const { preview, mendings } = upload;
    return { ...summaryOf(upload), ...(preview && { preview }), mendings };
  }

  async retry(person: PersonId, place: Place, format: Format | undefined): Promise<UploadAnswer> {
    const { id } = await this.#of(person, place);
    if (!(await this.#parts.uploads.retry(id, format))) throw new Refused('upload/reading');
    await addImportJobs(this.#parts.queue, [id]);
    return this.find(person, place);
  }

  async mend(person: PersonId, place: Place, mendings: readonly Mending[]): Promise<void> {
    const { id } = await this.#of(person, place);
    await this.#parts.uploads.mend(id, mendings);
  }

  async drop(person: PersonId, place: Place): Promise<void> {
    const { id } = await this.#of(person, place);
    await this.#parts.uploads.drop(id);
  }

  async #of(person: PersonId, { seminar, upload: id }: Place): Promise<Upload> {
    const upload = await this.#parts.uploads.find(UploadId.parse(id));
    if (upload?.seminar !== seminar || upload.person !== person) throw new Refused('upload/unknown');
    return upload;
  }

  async #mayImport(person: PersonId, seminar: SeminarId): Promise<void> {
    const member = await this.#parts.commands.memberOf(seminar, person);
    const standing = standingOf(await this.#parts.seminars.state({ seminar, audience: EVERYONE }), member);
    if (!may('article.import', { ...standing, audience: EVERYONE })) throw new Refused('policy/not-allowed');
  }
}

const errorOf = ({ code, message, saying, facts }: UploadError): ProtocolError =>
  code
    ? readError({ code, message, ...(saying && { saying }), ...(facts && { facts }) })
    : protocolError('server/failure', message);

const summaryOf = ({ id, name, status, progress, error, createdAt }: Omit<Upload, 'preview'>): UploadSummary => ({
  upload: id,
  name,
  status,
  ...(progress && { progress }),
  ...(error && { error: errorOf(error) }),
  brought: createdAt.toISOString(),
});
