import { type ReadArticle, readArticle } from '#article';
import type { PersonId } from '#people';
import {
  type ArticlePreview,
  type ArticleSource,
  type ImportAnswer,
  type ImportRequest,
  protocolError,
} from '#protocol';
import { isWellFormedText, type SeminarId } from '#seminar';
import { type Commands, done } from '../commands.ts';
import { Refused } from '../refused.ts';

/** Articles as they come in. */
export class Articles {
  readonly #commands: Commands;
  readonly #maxBytes: number;

  constructor(commands: Commands, maxBytes: number) {
    this.#commands = commands;
    this.#maxBytes = maxBytes;
  }

  async preview(source: ArticleSource): Promise<ArticlePreview> {
    const { article, diagnostics } = await this.#read(source);
    return { document: article, diagnostics };
  }

  async import(person: PersonId, seminar: SeminarId, request: ImportRequest): Promise<ImportAnswer> {
    const { command, article, version, title } = request;
    const member = await this.#commands.memberOf(seminar, person);
    const { article: read } = await this.#read(request);
    const document = title === undefined || title.trim() === '' ? read : { ...read, title: title.trim() };
    const importing = { type: 'article.import', data: { article, version, document } } as const;
    const { positions } = done(await this.#commands.onBehalfOf(member, seminar, command, importing));
    return { article, version, title: document.title, positions };
  }

  async #read({ source, name, format }: ArticleSource): Promise<ReadArticle> {
    if (new TextEncoder().encode(source).length > this.#maxBytes) throw new Refused('article/too-large');
    if (!isWellFormedText(source)) throw new Refused('text/ill-formed');
    const read = await readArticle(source, { format, name });
    if (!read.ok) throw new Refused(protocolError(read.code, read.message));
    return read;
  }
}
