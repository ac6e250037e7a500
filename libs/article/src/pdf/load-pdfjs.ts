/** pdf.js looks here for the code of its worker, and then starts none. */
declare global {
  var pdfjsWorker: unknown;
}

/** Loads pdf.js, which is as large as all the rest, when the first PDF is read. */
export async function loadPdfjs(): Promise<typeof import('pdfjs-dist')> {
  const { push } = Array.prototype;
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  globalThis.pdfjsWorker = worker;
  // On V8 before 122, as Node 20 has it, core-js puts a `push` in place that is several times slower and differs only in
  // the error for an array that is frozen, which nobody here pushes to.
  Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, configurable: true });
  return pdfjs;
}
