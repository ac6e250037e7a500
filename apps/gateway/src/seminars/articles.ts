import { type Article, passagesOf, type ReadArticle, type ReadOptions } from '#article';
import {
  type ArticleReader,
  type Assets,
  assetsOf,
  nextVersion,
  type StoredAsset,
  UploadId,
  type Uploads,
} from '#importing';
import type { Seminars, Snapshots } from '#log';
import type { PersonId } from '#people';
import {
  type ArticlePreview,
  type ArticleSource,
  type ImportAnswer,
  type ImportRequest,
  protocolError,
} from '#protocol';
import { audiencesFor, EVERYONE, isWellFormedText, may, type SeminarId, standingOf } from '#seminar';
import { type Commands, done } from '../commands.ts';
import { Refused } from '../refused.ts';

interface Parts {
  commands: Commands;
  seminars: Seminars;
  snapshots: Snapshots;
  assets: Assets;
  uploads: Uploads;
  reader: ArticleReader;
}

/** Articles as they come in, and the files that they came in. */
export class Articles {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async preview({ source, ...about }: ArticleSource): Promise<ArticlePreview> {
    const { article, diagnostics, format } = await this.#read(source, about);
    return { document: article, diagnostics, format };
  }

  async import(person: PersonId, seminar: SeminarId, request: ImportRequest): Promise<ImportAnswer> {
    const { command, article, version, upload } = request;
    const member = await this.#parts.commands.memberOf(seminar, person);
    // Before it is asked for files that others brought: of those it would be said that they are gone.
    const main = await this.#parts.seminars.state({ seminar, audience: EVERYONE });
    if (!may('article.import', { ...standingOf(main, member), audience: EVERYONE })) {
      throw new Refused('policy/not-allowed');
    }
    const given = await this.#documentOf(request);
    const title = request.title?.trim() || given.title;
    // Where this is not the next version, the rules say so; its ids don't matter then.
    const next = await nextVersion(this.#parts.snapshots, { seminar, article }, given);
    const document = { ...(next.version === version ? next.document : given), title };
    const importing = { type: 'article.import', data: { article, version, document } } as const;
    const shown = { hashes: assetsOf(document), to: EVERYONE, readable: audiencesFor(main, member) };
    const outcome = await this.#parts.assets.whileHeld(seminar, command, shown, () =>
      this.#parts.commands.onBehalfOf(member, seminar, command, importing),
    );
    if (!outcome) throw new Refused('asset/gone');
    const { positions } = done(outcome);
    if (upload !== undefined) await this.#parts.uploads.dropOf(person, UploadId.parse(upload));
    return { article, version, title, positions };
  }

  /** A picture or a file of the seminar, for members who may read where it stands. */
  async asset(person: PersonId, seminar: SeminarId, hash: string): Promise<StoredAsset> {
    const member = await this.#parts.commands.memberOf(seminar, person);
    const readable = audiencesFor(await this.#parts.seminars.state({ seminar, audience: EVERYONE }), member);
    if (readable.length === 0) throw new Refused('policy/not-a-member');
    const asset = await this.#parts.assets.find(seminar, hash, readable);
    if (!asset) throw new Refused('asset/unknown');
    return asset;
  }

  async #documentOf({ source, document, name, format }: ImportRequest): Promise<Article> {
    if ((source === undefined) === (document === undefined)) {
      const message = 'Send either the text of the article as `source` or a previewed `document`.';
      throw new Refused(protocolError('request/malformed', message));
    }
    if (source !== undefined) return (await this.#read(source, { name, format })).article;
    if (document === undefined || !isSound(document)) throw new Refused('request/malformed');
    return document;
  }

  async #read(source: Uint8Array | string, about: Pick<ReadOptions, 'name' | 'format'>): Promise<ReadArticle> {
    if (typeof source === 'string' && !isWellFormedText(source)) throw new Refused('text/ill-formed');
    const read = await this.#parts.reader.read(source, about);
    if (!read.ok) throw new Refused(protocolError(read.code, read.message));
    return read;
  }
}

/** Is all of its text well-formed, and does everything point into it? A client may send whatever it likes. */
function isSound(document: Article): boolean {
  let isText = true;
  JSON.stringify(document, (_, value: unknown) => {
    if (typeof value === 'string') isText &&= isWellFormedText(value);
    return value;
  });
  const blocks = [...document.abstract, ...document.sections.flatMap((section) => section.blocks), ...document.back];
  const labels = new Set(document.notes.map(({ label }) => label));
  const pointInto = [...blocks, ...document.notes].every(
    ({ text, marks, notes }) =>
      marks.every(({ start, end }) => start <= end && end <= text.length) &&
      notes.every(({ label, at }) => labels.has(label) && at <= text.length),
  );
  return isText && pointInto && passagesOf(document).size > 0;
}
