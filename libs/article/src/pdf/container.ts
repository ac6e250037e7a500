/**
 * The file as pdf.js reads it. Nothing of the file is run or fetched: no scripts, no compiled functions, no fonts or
 * tables from elsewhere. pdf.js works in this thread, in a browser as in Node, since the worker that it would start
 * wants an address of its own.
 */
import type { OPS, PDFDocumentProxy } from 'pdfjs-dist';
import { failure, type ReadFailure } from '../read-error.ts';
import type { Deadline } from './deadline.ts';
import { loadPdfjs } from './load-pdfjs.ts';
import { isOfPdf, letStraysGo } from './pdf-errors.ts';

/** What a file tells of itself, where it does. */
export interface Metadata {
  title?: string | undefined;
  author?: string | undefined;
  keywords?: string | undefined;
}

/** An open file, and the way to let go of it. */
export interface OpenPdf {
  ok: true;
  pdf: PDFDocumentProxy;
  /** The names of drawing operators. */
  ops: typeof OPS;
  close(): Promise<void>;
}

/** Opens a file. Pictures with more dots than said are passed over, which is all if nothing is said. A file that only forbids printing or copying opens, too: it is read, not printed. */
export async function open(bytes: Uint8Array, deadline: Deadline, largestImage = 0): Promise<OpenPdf | ReadFailure> {
  const { getDocument, OPS: ops } = await loadPdfjs();
  const stopLetting = letStraysGo();
  const task = getDocument({
    // pdf.js takes what it is given away from its owner, and wants no Buffer.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: largestImage,
    verbosity: 0,
  });
  const close = async (): Promise<void> => {
    await task.destroy().catch(() => {});
    stopLetting();
  };
  try {
    return { ok: true, pdf: await deadline.of(task.promise), ops, close };
  } catch (error) {
    await close();
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return failure('article/encrypted');
    if (isOfPdf(error)) return failure('article/damaged');
    throw error;
  }
}

/** The title, author and keywords that the file names. */
export async function metadataOf(pdf: PDFDocumentProxy, deadline: Deadline): Promise<Metadata> {
  const metadata = await deadline.of(pdf.getMetadata().catch(() => undefined));
  const info: object = metadata?.info ?? {};
  const entry = (key: string): string | undefined => {
    const value: unknown = Object.entries(info).find(([name]) => name === key)?.[1];
    return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC').trim() : undefined;
  };
  return { title: entry('Title'), author: entry('Author'), keywords: entry('Keywords') };
}
