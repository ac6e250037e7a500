/**
 * Something that a person has to put right. Its message is one sentence, or two, that say what is wrong and what to do;
 * it is printed as it stands, without a stack.
 */
export class PlainFailure extends Error {
  override readonly name = 'PlainFailure';
}

/** The code of a system error, e.g. `EACCES`. (A test runner may have its own `Error`, so that one is not asked for.) */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** What an error says. */
export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));
