import type { Progress } from '#article';

const WORDS: Record<Progress['stage'], string> = {
  opening: 'Opening the file',
  reading: 'Reading the text',
  pages: 'Reading the pages',
  assembling: 'Putting it together',
};

/** How far the reading has come, in words. */
export const inWords = ({ stage, done, of }: Progress): string =>
  done === undefined || of === undefined ? WORDS[stage] : `${WORDS[stage]}: ${done} of ${of}`;

/** One line that is written over and over on a terminal; elsewhere nothing, as it would be no line. */
export function progressLine(terminal: NodeJS.WriteStream): { tell: (progress: Progress) => void; clear: () => void } {
  const write = (words: string): void => {
    if (terminal.isTTY) terminal.write(`\r\u001b[K${words}`);
  };
  return { tell: (progress) => write(inWords(progress)), clear: () => write('') };
}
