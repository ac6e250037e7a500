import { type Article, imageType, type ReadArticle } from '#article';
import { INSTRUCTORS, type SeminarId } from '#seminar';
import type { Assets } from './assets.ts';

/** What is saved rather than shown. */
const DOWNLOAD = 'application/octet-stream';

/** Keeps a file and its pictures for the instructors of a seminar, until it is published; the article that was read from it then says where it came from. */
export async function keepFiles(
  assets: Assets,
  seminar: SeminarId,
  { article, assets: pictures }: Pick<ReadArticle, 'article' | 'assets'>,
  file: { bytes: Uint8Array; name: string },
): Promise<Article> {
  for (const { bytes } of pictures) {
    await assets.keep(seminar, { bytes, mediaType: imageType(bytes) ?? DOWNLOAD }, INSTRUCTORS);
  }
  const asset = await assets.keep(seminar, { ...file, mediaType: DOWNLOAD }, INSTRUCTORS);
  return { ...article, original: { asset, name: file.name } };
}
