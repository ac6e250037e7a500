declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** What answers for the worker; looked at by pdf.js alone. */
  export const WorkerMessageHandler: object;
}
