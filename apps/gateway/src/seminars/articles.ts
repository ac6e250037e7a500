import { type ReadResult, readArticle } from '#article';
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

  preview(source: ArticleSource): ArticlePreview {
    const { article, diagnostics } = this.#read(source);
    return { document: article, diagnostics };
  }

  async import(person: PersonId, seminar: SeminarId, request: ImportRequest): Promise<ImportAnswer> {
    const { command, article, version, title } = request;
    const member = await this.#commands.memberOf(seminar, person);
    const read = this.#read(request).article;
    const document = title === undefined || title.trim() === '' ? read : { ...read, title: title.trim() };
    const importing = { type: 'article.import', data: { article, version, document } } as const;
    const { positions } = done(await this.#commands.onBehalfOf(member, seminar, command, importing));
    return { article, version, title: document.title, positions };
  }

  #read({ source, name, format }: ArticleSource): Extract<ReadResult, { ok: true }> {
    if (new TextEncoder().encode(source).length > this.#maxBytes) throw new Refused('article/too-large');
    if (!isWellFormedText(source)) throw new Refused('text/ill-formed');
    const read = readArticle(source, { format, name });
    if (!read.ok) throw new Refused(protocolError(read.code, read.message));
    return read;
  }
}
