/**
 * pdf.js fetches pages ahead, and nobody asks after those that turn out to be damaged. A browser logs such a promise; Node
 * ends the program. So while files are open, the strays of pdf.js, and no others, are let go.
 */

let openFiles = 0;

/** Lets strays go until the function that is returned is called. Does nothing where there is no Node. */
export function letStraysGo(): () => void {
  if (typeof process === 'undefined' || typeof process.on !== 'function') return () => {};
  openFiles += 1;
  if (openFiles === 1) process.on('unhandledRejection', onStray);
  return () => {
    // Strays are reported when all that was waiting has run.
    setTimeout(() => {
      openFiles -= 1;
      if (openFiles === 0) process.off('unhandledRejection', onStray);
    }, 0);
  };
}

/** What is not of pdf.js ends the program, as it would without this, unless somebody else takes care of it. */
function onStray(reason: unknown): void {
  if (!isOfPdf(reason) && process.listenerCount('unhandledRejection') === 1) throw reason;
}

/** The names of pdf.js's own errors, of its parser, its decoders of pictures and its messages; the spec compares. */
const PDF_ERRORS: ReadonlySet<string> = new Set([
  ...['InvalidPDFException', 'FormatError', 'MissingDataException', 'ResponseException', 'UnknownErrorException'],
  ...['ParserEOFException', 'XRefEntryException', 'XRefParseException', 'AbortException', 'PasswordException'],
  ...['JpegError', 'DNLMarkerError', 'EOIMarkerError', 'Jbig2Error', 'JpxError', 'RenderingCancelledException'],
]);

/** Is it an error of pdf.js: something in the file that it can make nothing of? */
export const isOfPdf = (error: unknown): boolean => error instanceof Error && PDF_ERRORS.has(error.name);
