/** Installing the packages, only when that is due. */

import { accessSync, constants, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { PreparationFailure } from './preparation-failure.mjs';
import { runProgram } from './run-program.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

/** @param {string} root */
const stampOf = (root) => join(root, 'node_modules', '.catena-lock');

/** What npm notes last. @param {string} root */
const npmsOwnStamp = (root) => join(root, 'node_modules', '.package-lock.json');

/** What is installed depends on the lockfile and on the machine. @param {string} root */
const wanted = (root) => hashOf(root, [join(root, 'package-lock.json')], [process.platform, process.arch]);

/** @param {string} root */
export function isInstalled(root) {
  const stamp = readStamp(stampOf(root));
  if (stamp === wanted(root)) return true;
  // Somebody has run npm by hand. What npm itself notes at the end of an install tells whether that was enough.
  if (!existsSync(join(root, 'node_modules')) || !agrees(root)) return false;
  try {
    writeStamp(stampOf(root), wanted(root));
  } catch {
    // Another user's folder: it is good as it is.
  }
  return true;
}

/**
 * Is everything in the lockfile there, in that version? Optional packages may be missing: most are for other machines.
 * @param {string} root
 */
function agrees(root) {
  try {
    const { packages: asked } = readJson(join(root, 'package-lock.json'));
    const { packages: there } = readJson(npmsOwnStamp(root));
    return Object.entries(asked).every(([path, { version, integrity, optional }]) => {
      if (path === '') return true;
      const found = there[path];
      return found === undefined ? optional === true : found.version === version && found.integrity === integrity;
    });
  } catch {
    return false;
  }
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @param {string} path
 * @returns {{ packages: Record<string, LockedPackage> }}
 */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Installs what the lockfile says. The marks of an earlier install go first, so that one that is cut short is begun again.
 * @param {string} root
 */
export async function install(root) {
  try {
    accessSync(root, constants.W_OK);
  } catch (error) {
    throw PreparationFailure.ofFolder(root, error);
  }
  const hash = wanted(root);
  for (const mark of [stampOf(root), npmsOwnStamp(root)]) rmSync(mark, { force: true });
  const [command, ...args] = npm();
  // A build needs the tools too, whatever NODE_ENV says.
  const { code, output } = await runProgram(command, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
  });
  if (code !== 0) {
    throw new PreparationFailure(
      'npm could not install the packages (see above). Check that this machine reaches the npm registry, then try again.',
      output,
    );
  }
  writeStamp(stampOf(root), hash);
}
