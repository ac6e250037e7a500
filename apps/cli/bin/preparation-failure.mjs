import { stripVTControlCharacters } from 'node:util';

/** Why the project could not be made ready, in a sentence for a person and what the program behind it said. */
export class PreparationFailure extends Error {
  /** @param {string} message @param {string} [output] */
  constructor(message, output = '') {
    super(output.trim() === '' ? message : `${lastLines(output)}\n${message}`);
  }

  /**
   * @param {string} folder
   * @param {unknown} error
   * @returns {unknown}
   */
  static ofFolder(folder, error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EROFS')
      return new PreparationFailure(`${folder} is on a read-only disk. Catena installs and builds itself there.`);
    if (code === 'EACCES' || code === 'EPERM') {
      return new PreparationFailure(
        `${folder} cannot be written to by this user. Catena installs and builds itself there: start it as the user the folder belongs to.`,
      );
    }
    if (code === 'ENOSPC' || code === 'EDQUOT') return new PreparationFailure(`There is no space left in ${folder}.`);
    return error;
  }
}

/** @param {string} output */
function lastLines(output) {
  return stripVTControlCharacters(output)
    .trimEnd()
    .split('\n')
    .slice(-30)
    .map((line) => `  | ${line}`)
    .join('\n');
}
