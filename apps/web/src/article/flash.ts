/** Shows for a moment where one has come to: the block, and in it the words that were looked for. */
import { paintsNatively } from './paint.ts';
import { piecesOf, rangeIn } from './text-map.ts';

/** In milliseconds. */
const SHOWN_FOR = 2_600;

let ending: ReturnType<typeof setTimeout> | undefined;

export function flash(block: HTMLElement, words: readonly string[]): void {
  clearTimeout(ending);
  for (const before of document.querySelectorAll('.flashing')) before.classList.remove('flashing');
  const ranges = rangesOf(block, words);
  if (paintsNatively()) CSS.highlights.set('found', new Highlight(...ranges));
  if (ranges.length === 0 || !paintsNatively()) block.classList.add('flashing');
  ending = setTimeout(() => {
    block.classList.remove('flashing');
    if (paintsNatively()) CSS.highlights.delete('found');
  }, SHOWN_FOR);
}

/** Where these words stand in the text of a block. */
function rangesOf(block: HTMLElement, words: readonly string[]): StaticRange[] {
  const text = piecesOf(block).reduce((so, { at, node }) => so.padEnd(at) + node.data, '');
  return [...new Set(words)].flatMap((word) => {
    const ranges: StaticRange[] = [];
    for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + word.length)) {
      const range = rangeIn(block, at, at + word.length);
      if (range) ranges.push(range);
    }
    return ranges;
  });
}
