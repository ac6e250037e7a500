/** Knowing whether something has changed since it was last used: a hash, kept in a file beside what was made from it. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files of a test: they are not built, and a change to them changes nothing that is. */
export const isTest = (/** @type {string} */ name) => /\.(spec|e2e)\.tsx?$/.test(name);

/** Folders that hold no sources. `testing` is what specs share. */
const skipped = new Set(['node_modules', 'dist', 'testing']);

/**
 * Every source file under these files and folders, in a fixed order. What is missing is left out.
 * @param {string[]} paths
 * @returns {string[]}
 */
export function sourceFiles(paths) {
  return paths.flatMap((path) => {
    const entry = statSync(path, { throwIfNoEntry: false });
    if (entry === undefined) return [];
    if (!entry.isDirectory()) return isTest(path) ? [] : [path];
    const names = readdirSync(path).filter((name) => !skipped.has(name));
    return sourceFiles(names.sort().map((name) => join(path, name)));
  });
}

/**
 * A hash over names and contents.
 * @param {string} root
 * @param {string[]} files
 * @param {string[]} more Anything else that it depends on.
 */
export function hashOf(root, files, more = []) {
  const hash = createHash('sha256');
  for (const text of more) hash.update(`${text}\0`);
  for (const file of files) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} path */
export function readStamp(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} path @param {string} hash */
export const writeStamp = (path, hash) => writeFileSync(path, hash);
