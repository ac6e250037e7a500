/** Reads a file that was brought, in whichever process: the gateway reads small ones at once, the worker large ones. */
import type { Progress } from '#article';
import type { ArticleReader } from './article-reader.ts';
import type { Assets } from './assets.ts';
import { keepFiles } from './keep-files.ts';
import type { UploadId, Uploads } from './uploads.ts';

interface Parts {
  uploads: Uploads;
  assets: Assets;
  reader: ArticleReader;
}

/** How often the progress is written down, in milliseconds; as often it is seen whether anybody still waits. */
const EVERY = 400;

/** Reads it and writes down what comes of it. Does nothing where nobody waits for it any more. */
export async function readUpload({ uploads, assets, reader }: Parts, id: UploadId): Promise<void> {
  const upload = await uploads.find(id);
  if (upload?.status !== 'reading') return;
  const file = await assets.find(upload.seminar, upload.file, 'all');
  if (!file) return uploads.fail(id, { code: undefined, message: 'The file is no longer here. Bring it again.' });

  const stopped = new AbortController();
  let newest: Progress = { stage: 'opening' };
  const tell = async () => {
    if (!(await uploads.report(id, newest))) stopped.abort();
  };
  await tell();
  // A report that fails is no reason to stop; the next one tells more.
  const timer = setInterval(() => void tell().catch(() => undefined), EVERY);
  const read = await reader
    .read(file.bytes, {
      ...{ format: upload.format, name: upload.name, signal: stopped.signal },
      progress: (progress) => {
        newest = progress;
      },
    })
    .finally(() => clearInterval(timer));
  if (stopped.signal.aborted) return;
  if (!read.ok) {
    const { code, message, saying, facts } = read;
    return uploads.fail(id, { code, message, saying, facts });
  }
  const document = await keepFiles(assets, upload.seminar, read, { bytes: file.bytes, name: upload.name });
  await uploads.finish(id, { document, diagnostics: read.diagnostics, format: read.format });
}
