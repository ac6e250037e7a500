import { type Article, imageType, keepIds, passagesOf, type ReadArticle, type ReadOptions } from '#article';
import type { ArticleReader, Assets, StoredAsset } from '#importing';
import type { Seminars, Snapshots } from '#log';
import type { PersonId } from '#people';
import {
  type ArticlePreview,
  type ArticleSource,
  type ImportAnswer,
  type ImportRequest,
  protocolError,
  type UploadQuery,
} from '#protocol';
import { EVERYONE, isWellFormedText, may, mayRead, type SeminarId } from '#seminar';
import { type Commands, done } from '../commands.ts';
import { Refused } from '../refused.ts';

interface Parts {
  commands: Commands;
  seminars: Seminars;
  snapshots: Snapshots;
  assets: Assets;
  reader: ArticleReader;
}

const DOWNLOAD = 'application/octet-stream';

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

  /** Reads a file, and keeps it with its pictures for when it is imported. */
  async upload(person: PersonId, seminar: SeminarId, file: Uint8Array, about: UploadQuery): Promise<ArticlePreview> {
    const { member, role } = await this.#memberOf(person, seminar);
    if (!may('article.import', { member, role, audience: EVERYONE })) throw new Refused('policy/not-allowed');
    const { article, diagnostics, format, assets } = await this.#read(file, about);
    for (const { bytes } of assets) {
      await this.#parts.assets.keep(seminar, { bytes, mediaType: imageType(bytes) ?? DOWNLOAD });
    }
    const name = about.name ?? article.title;
    const asset = await this.#parts.assets.keep(seminar, { bytes: file, mediaType: DOWNLOAD, name });
    return { document: { ...article, original: { asset, name } }, diagnostics, format };
  }

  async import(person: PersonId, seminar: SeminarId, request: ImportRequest): Promise<ImportAnswer> {
    const { command, article, version } = request;
    const { member } = await this.#memberOf(person, seminar);
    const given = await this.#documentOf(request);
    const title = request.title?.trim() || given.title;
    const previous = await this.#previous(seminar, request);
    const document = { ...(previous ? keepIds(previous, given) : given), title };
    const importing = { type: 'article.import', data: { article, version, document } } as const;
    const { positions } = done(await this.#parts.commands.onBehalfOf(member, seminar, command, importing));
    return { article, version, title, positions };
  }

  /** A picture or a file of the seminar, for its members. */
  async asset(person: PersonId, seminar: SeminarId, hash: string): Promise<StoredAsset> {
    const { member, role } = await this.#memberOf(person, seminar);
    if (!mayRead({ member, role, audience: EVERYONE })) throw new Refused('policy/not-a-member');
    const asset = await this.#parts.assets.find(seminar, hash);
    if (!asset) throw new Refused('asset/unknown');
    return asset;
  }

  async #memberOf(person: PersonId, seminar: SeminarId) {
    const member = await this.#parts.commands.memberOf(seminar, person);
    const { roster } = await this.#parts.seminars.state({ seminar, audience: EVERYONE });
    return { member, role: roster.get(member) };
  }

  /** The version before this one. */
  async #previous(seminar: SeminarId, { article, version }: ImportRequest): Promise<Article | undefined> {
    if (version === 1) return undefined;
    const { contents } = await this.#parts.snapshots.newest({ seminar, audience: EVERYONE });
    const newest = contents.documents.get(article);
    return newest?.version === version - 1 ? newest.document : undefined;
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
