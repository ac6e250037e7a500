/**
 * Says what is under way. On a terminal the current step is one line that counts its seconds; elsewhere each step is a
 * line when it begins and a line when it ends. Plain JavaScript: it speaks before anything is installed or built.
 */

/**
 * @typedef {object} Step
 * @property {(detail: string) => void} update Says how far it has come.
 * @property {(detail?: string) => void} done
 * @property {() => void} failed
 */

/**
 * @typedef {object} Progress
 * @property {(title: string) => Step} step Begins a step; the one before has ended.
 * @property {(line: string) => void} say A line of its own.
 */

/**
 * @typedef {object} Output
 * @property {boolean} [isTTY]
 * @property {number} [columns]
 * @property {(text: string) => unknown} write
 */

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const CLEAR = '\r\u001b[2K';

/** A line now and then where nobody sees seconds count, so that a log shows life. */
const HEARTBEAT = 20_000;

/** @param {number} begun */
const seconds = (begun) => (Date.now() - begun) / 1000;

/** @param {Output} [output] @returns {Progress} */
export function createProgress(output = process.stderr) {
  return output.isTTY ? onTerminal(output) : inLines(output);
}

/** Says nothing at all. @type {Progress} */
export const silent = {
  step: () => ({ update: () => undefined, done: () => undefined, failed: () => undefined }),
  say: () => undefined,
};

/** @param {Output} output @returns {Progress} */
function onTerminal(output) {
  let current = '';
  /** @param {string} line */
  const show = (line) => {
    current = line.slice(0, (output.columns ?? 80) - 1);
    output.write(`${CLEAR}${current}`);
  };
  return {
    say(line) {
      output.write(`${CLEAR}${line}\n${current}`);
    },
    step(title) {
      const begun = Date.now();
      let frame = 0;
      let detail = '';
      const draw = () => {
        const elapsed = seconds(begun);
        const clock = elapsed < 1 ? '' : ` ${Math.floor(elapsed)} s`;
        show(`${FRAMES[frame++ % FRAMES.length]} ${title} …${clock}${detail === '' ? '' : `  ${detail}`}`);
      };
      draw();
      const timer = setInterval(draw, 100);
      timer.unref();
      /** @param {string} mark @param {string} [result] */
      const end = (mark, result) => {
        clearInterval(timer);
        current = '';
        output.write(`${CLEAR}${mark} ${title}${result ? `: ${result}` : ''} (${seconds(begun).toFixed(1)} s)\n`);
      };
      return {
        update(text) {
          detail = text;
        },
        done: (result) => end('✓', result),
        failed: () => end('✗', 'failed'),
      };
    },
  };
}

/** @param {Output} output @returns {Progress} */
function inLines(output) {
  return {
    say: (line) => void output.write(`${line}\n`),
    step(title) {
      const begun = Date.now();
      output.write(`${title} …\n`);
      let detail = '';
      const beat = () =>
        output.write(`  still at it (${Math.round(seconds(begun))} s)${detail === '' ? '' : `: ${detail}`}\n`);
      const timer = setInterval(beat, HEARTBEAT);
      timer.unref();
      /** @param {string} result */
      const end = (result) => {
        clearInterval(timer);
        output.write(`  ${result} (${seconds(begun).toFixed(1)} s)\n`);
      };
      return {
        update(text) {
          detail = text;
        },
        done: (result = 'done') => end(result),
        failed: () => end('failed'),
      };
    },
  };
}
