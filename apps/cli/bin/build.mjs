/**
 * Building: the server with SWC, file by file into the same tree under `dist`; the web app with Vite. Each is built
 * beside the old one and put in its place when it is whole, so that a build that is cut short is never taken for one.
 */

import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PreparationFailure } from './preparation-failure.mjs';
import { runProgram } from './run-program.mjs';
import { hashOf, readStamp, sourceFiles, writeStamp } from './stamp.mjs';

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {string[]} sources What it is made from.
 * @property {string[]} outputs Folders under `dist` that it makes.
 * @property {(root: string, into: string) => Promise<void>} build
 */

/** @type {Target} */
const server = {
  name: 'server',
  sources: [
    'apps/gateway',
    'apps/worker',
    'apps/cli',
    'libs',
    'migrations',
    '.swcrc',
    'package.json',
    'package-lock.json',
  ],
  outputs: ['apps/gateway', 'apps/worker', 'apps/cli', 'libs', 'migrations'],
  build: (root, into) => buildServer(root, into, server.outputs),
};

/** What `npm run bench` runs: built, so that what is measured runs as it does in production. @type {Target} */
const bench = {
  name: 'benchmarks',
  sources: ['test/bench', 'test/support', '.swcrc', 'package.json', 'package-lock.json'],
  outputs: ['test/bench', 'test/support'],
  build: (root, into) => buildServer(root, into, bench.outputs),
};

/** @type {Target} */
const web = {
  name: 'web app',
  sources: [
    'apps/web',
    'apps/cli/bin/build.mjs',
    // The libraries that run in a browser; .dependency-cruiser.cjs holds the app to them.
    ...['anchoring', 'article', 'protocol', 'seminar'].map((name) => `libs/${name}`),
    'package.json',
    'package-lock.json',
  ],
  outputs: ['apps/web'],
  build: buildWeb,
};

/** @param {string} root @param {Target} target */
const stampOf = (root, { name }) => join(root, 'dist', `.catena-build-${name.replace(' ', '-')}`);

/** @param {string} root @param {Target} target */
function currentHash(root, { sources }) {
  return hashOf(root, sourceFiles(sources.map((path) => join(root, path))));
}

export const TARGETS = { server, web, bench };

/** Those that have changed since they were built. @param {string} root @param {Target[]} targets */
export function stale(root, targets) {
  return targets.filter((target) => readStamp(stampOf(root, target)) !== currentHash(root, target));
}

/** @param {string} root @param {Target} target */
export async function build(root, target) {
  const into = join(root, 'dist', '.building');
  const hash = currentHash(root, target);
  try {
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
    await target.build(root, into);
    rmSync(stampOf(root, target), { force: true });
    for (const output of target.outputs) replace(join(into, output), join(root, 'dist', output));
    writeStamp(stampOf(root, target), hash);
  } catch (error) {
    throw PreparationFailure.ofFolder(join(root, 'dist'), error);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

/** @param {string} fresh @param {string} place */
function replace(fresh, place) {
  rmSync(place, { recursive: true, force: true });
  if (!existsSync(fresh)) return;
  mkdirSync(dirname(place), { recursive: true });
  renameSync(fresh, place);
}

/** @param {string} root @param {string} into @param {string[]} outputs */
async function buildServer(root, into, outputs) {
  const { transform } = await import('@swc/core');
  const { $schema: _, ...config } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
  const files = sourceFiles(outputs.map((path) => join(root, path)));
  await Promise.all(
    files.map(async (file) => {
      const target = join(into, relative(root, file));
      mkdirSync(dirname(target), { recursive: true });
      if (!/\.tsx?$/.test(file)) return cpSync(file, target);
      if (file.endsWith('.d.ts')) return;
      const script = target.replace(/\.tsx?$/, '.js');
      const { code, map } = await compile(file);
      writeFileSync(script, `${code}\n//# sourceMappingURL=${script.slice(dirname(script).length + 1)}.map\n`);
      writeFileSync(`${script}.map`, map ?? '');
    }),
  );

  /** @param {string} file */
  async function compile(file) {
    try {
      const parser = { ...config.jsc.parser, tsx: file.endsWith('.tsx') };
      return await transform(readFileSync(file, 'utf8'), {
        ...config,
        jsc: { ...config.jsc, parser },
        swcrc: false,
        filename: file,
      });
    } catch (error) {
      throw new PreparationFailure(`${relative(root, file)} could not be built.`, String(error));
    }
  }
}

/** @param {string} root @param {string} into */
async function buildWeb(root, into) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(root, 'apps', 'web', 'vite.config.ts');
  const outDir = join(into, 'apps', 'web');
  const args = [vite, 'build', '--config', config, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const { code, output } = await runProgram(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
  });
  if (code !== 0) throw new PreparationFailure('The web app could not be built (see above).', output);
}
