/**
 * Lets Node import the sources as they are. Jest transforms what it tests, but not its own global set-up, which needs the
 * migrations and the embedded Postgres all the same.
 */

import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const swcrc = new URL('../../.swcrc', import.meta.url);

/** Loads the sources from now on, in this process. */
export const importTypeScript = () => register(import.meta.url);

/** @type {import('node:module').ResolveHook} */
export const resolve = (specifier, context, next) =>
  next(specifier, { ...context, conditions: ['catena-source', ...context.conditions] });

/** @type {import('node:module').LoadHook} */
export const load = async (url, context, next) => {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
  const { jsc } = JSON.parse(await readFile(swcrc, 'utf8'));
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    swcrc: false,
    // Imports keep their `.ts`: they are resolved to the sources.
    jsc: { ...jsc, rewriteRelativeImportExtensions: false },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
};
