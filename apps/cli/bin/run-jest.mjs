/** Jest over every kind of test, and what came of it in numbers. */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './prepare.mjs';

/**
 * @typedef {object} TestResult
 * @property {number} passed
 * @property {number} failed Tests that failed, and files that could not be run at all.
 * @property {string} [problem] Why there are no numbers to go by.
 */

/** How long Jest may take to end after its result is written: something that a test left open must not hold it up. */
const LINGER = 30_000;

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} withoutBrowser
 * @returns {Promise<TestResult>}
 */
export async function runJest(args, env, withoutBrowser) {
  const folder = mkdtempSync(join(tmpdir(), 'catena-jest-'));
  const outputFile = join(folder, 'result.json');
  try {
    await jest(
      [
        '--json',
        `--outputFile=${outputFile}`,
        ...(args.some((arg) => /^(-i|-w|--runInBand|--maxWorkers)/.test(arg)) ? [] : [`--maxWorkers=${workers()}`]),
        ...args,
        ...(withoutBrowser ? ['--selectProjects', 'pure', 'postgres', 'socket'] : []),
      ],
      { ...process.env, ...env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
      outputFile,
    );
    return readResult(outputFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A test often waits for Postgres or a browser: two at once pay off even on two processors. */
const workers = () => Math.max(2, Math.min(6, availableParallelism()));

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @param {string} outputFile */
async function jest(args, env, outputFile) {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/jest/bin/jest.js'), ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => void child.kill(signal);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, pass);
  let ended = false;
  const end = new Promise((resolve) => child.once('close', resolve).once('error', resolve)).then(() => {
    ended = true;
  });
  while (!ended && !existsSync(outputFile)) await Promise.race([end, sleep(500)]);
  const late = setTimeout(() => child.kill('SIGKILL'), LINGER);
  await end;
  clearTimeout(late);
}

/** @param {string} outputFile @returns {TestResult} */
export function readResult(outputFile) {
  if (!existsSync(outputFile)) return { passed: 0, failed: 1, problem: 'Jest ended without a result.' };
  const result = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const passed = result.numPassedTests;
  if (failed === 0 && !result.success)
    return { passed, failed: 1, problem: 'Jest reports a failure outside of the tests.' };
  return { passed, failed };
}
