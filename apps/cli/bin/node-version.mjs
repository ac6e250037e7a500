// Runs before anything else, on whatever Node there is: nothing in here may be newer than Node 14.

import { readFileSync } from 'node:fs';

/**
 * Is `version` (such as `v20.19.4`) what `range` (such as `>=20.19`) asks for?
 * @param {string} version
 * @param {string} range
 */
export function satisfies(version, range) {
  const has = numbers(version);
  const needs = numbers(range);
  const first = needs.findIndex((number, i) => (has[i] || 0) !== number);
  return first === -1 || (has[first] || 0) > (needs[first] || 0);
}

/** @param {string} text */
const numbers = (text) => (text.match(/\d+/g) || []).map(Number);

/** Ends the process with one sentence where Node is older than package.json asks for. */
export function requireNode() {
  const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  const range = manifest.engines.node;
  if (satisfies(process.version, range)) return;
  process.stderr.write(
    `Catena needs Node ${range.replace('>=', '')} or newer, and this is ${process.version}. Get a newer one from https://nodejs.org and try again.\n`,
  );
  process.exit(1);
}
