/** `npm test`: sets itself up, then lint, types, import rules, and every test. Ends with `N passed, N failed`. */

import { isInstalled } from './install.mjs';
import { npm } from './npm.mjs';
import { PreparationFailure } from './preparation-failure.mjs';
import { prepare, ROOT } from './prepare.mjs';
import { createProgress } from './progress.mjs';
import { runJest } from './run-jest.mjs';
import { runProgram } from './run-program.mjs';

/** Scripts of package.json, by what they are called in the summary. */
const CHECKS = ['lint', 'types', 'imports'];

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

/** @param {string[]} args @returns {Promise<number>} the exit code */
export async function runTests(args) {
  const progress = createProgress(process.stdout);
  let unprepared = 0;
  try {
    await prepare({ progress, also: ['web'] });
  } catch (error) {
    if (!(error instanceof PreparationFailure)) throw error;
    say(error.message);
    // What does not need the build can still be tested.
    if (!isInstalled(ROOT)) {
      say('0 passed, 1 failed');
      return 1;
    }
    unprepared = 1;
  }
  const failedChecks = (await Promise.all(CHECKS.map(check))).filter((passed) => !passed).length;
  const browser = await chooseBrowser();
  const { getRedis } = await import('../../../test/support/get-redis.mjs');
  const withoutRedis = await getRedis(say);
  const tests = await runJest(args, browser.env, browser.missing);

  say('');
  if (browser.message !== undefined) say(browser.message);
  if (withoutRedis !== undefined) say(withoutRedis);
  if (tests.problem !== undefined) say(tests.problem);
  if (unprepared > 0) say('The build failed (see above).');
  if (failedChecks > 0) say(`Beside the tests, ${failedChecks} of lint, types and imports failed (see above).`);
  const failed = tests.failed + failedChecks + unprepared + (browser.required ? 1 : 0);
  say(`${tests.passed} passed, ${failed} failed`);
  return failed === 0 && tests.problem === undefined ? 0 : 1;
}

/** @param {string} name */
async function check(name) {
  const begun = Date.now();
  const [command, ...args] = npm();
  const { code, output } = await runProgram(command, [...args, 'run', '--silent', name], { cwd: ROOT });
  const took = `${((Date.now() - begun) / 1000).toFixed(1)} s`;
  if (code !== 0) process.stdout.write(output);
  say(`${code === 0 ? '✓' : '✗'} ${name} ${code === 0 ? '' : 'failed '}(${took})`);
  return code === 0;
}

/**
 * @typedef {object} ChosenBrowser
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} missing Do the browser tests have to be left out?
 * @property {boolean} required Is that a failure?
 * @property {string} [message]
 * @returns {Promise<ChosenBrowser>}
 */
async function chooseBrowser() {
  if (process.env.SKIP_BROWSER === '1') {
    return { env: {}, missing: true, required: false, message: 'The browser tests were left out (SKIP_BROWSER=1).' };
  }
  const { getBrowser } = await import('../../../test/support/find-browser.mjs');
  const browser = await getBrowser(say);
  return browser.ok
    ? { env: { CHROMIUM_PATH: browser.path }, missing: false, required: false }
    : { env: {}, missing: true, required: true, message: browser.message };
}
