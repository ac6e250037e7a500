/** One at a time prepares a checkout; others wait for it. */

import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, thisProcess } from '../../../libs/platform/src/process/process-identity.mjs';
import { PreparationFailure } from './preparation-failure.mjs';

/**
 * Waits until nobody else prepares this checkout, then does `work`. Who was killed at it holds up nobody.
 * @template T
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(root, say, work) {
  const path = join(root, 'dist', '.preparing');
  let told = false;
  while (!take(path)) {
    const holder = readHolder(path);
    if (holder === undefined || !isRunning(holder)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) say(`Another process (pid ${holder.pid}) is preparing this folder; waiting for it.`);
    told = true;
    await sleep(200);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** @param {string} path */
function take(path) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'wx');
    writeSync(file, JSON.stringify(thisProcess()));
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw PreparationFailure.ofFolder(dirname(path), error);
  }
}

/**
 * @param {string} path
 * @returns {import('../../../libs/platform/src/process/process-identity.mjs').ProcessIdentity | undefined}
 */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
