/**
 * Where Postgres lies, and whom it runs as.
 *
 * Both follow from who starts Catena. An ordinary user runs everything, in place. Root may not run Postgres, so another
 * user does, and that user may be unable to enter the folders that lead to the project (`/root`, say). Then the programs
 * are copied to a folder that everybody can enter, the data moves there, and a link is left in its place.
 */

import { execFile, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PlainFailure } from '../plain-failure.ts';
import { type Account, isRoot, runAs, serviceAccount, userName } from './account.ts';
import { type Binaries, canRun, copyBinaries, installedBinaries, linkLibraries } from './binaries.ts';
import { type ClusterFolder, findCluster, linkTo, moveTo } from './cluster-folder.ts';
import { makeRoom, openRefuge } from './refuge.ts';

const run = promisify(execFile);

export interface Placement {
  binaries: Binaries;
  /** The cluster's own folder, with no link in its path. It exists, and is empty before the first start. */
  data: string;
  /** Whom Postgres runs as; `undefined` for whoever runs this. */
  account: Account | undefined;
}

export interface PlacementOptions {
  /** Catena's data folder; it exists. */
  dataDir: string;
  say(line: string): void;
  /** A folder that every user can enter, made if need be. */
  refuge?: string;
}

/** Decides it, and makes, moves and copies what that takes. */
export async function place({ dataDir, say, refuge = '/var/lib/catena' }: PlacementOptions): Promise<Placement> {
  const link = join(dataDir, 'postgres');
  const found = await findCluster(link);
  const account = await accountFor(found, say);
  const binaries = await reachableBinaries(account, refuge);
  const stays = canEnter(found === undefined ? dataDir : dirname(found.path), account);

  if (found !== undefined) {
    if (account !== undefined && found.uid !== account.uid) await giveTo(account, found.path);
    if (stays) return { binaries, data: found.path, account };
    const data = await makeRoom(refuge, dataDir);
    await moveTo(data, found.path, link);
    say(`The user '${account?.name}' cannot enter ${dataDir}, so the database has moved to ${data}.`);
    return { binaries, data, account };
  }

  const data = stays ? link : await makeRoom(refuge, dataDir);
  await mkdir(data, { recursive: true });
  await chmod(data, 0o700);
  if (account !== undefined) await chown(data, account.uid, account.gid);
  if (!stays) {
    await linkTo(data, link);
    say(`The user '${account?.name}' cannot enter ${dataDir}, so the database lies in ${data}.`);
  }
  return { binaries, data, account };
}

async function accountFor(found: ClusterFolder | undefined, say: (line: string) => void): Promise<Account | undefined> {
  if (isRoot()) {
    if (found === undefined || found.uid === 0) return serviceAccount(say);
    return { uid: found.uid, gid: found.gid, name: await userName(found.uid) };
  }
  if (found !== undefined && found.uid !== process.getuid?.()) {
    const [owner, me] = await Promise.all([userName(found.uid), userName()]);
    throw new PlainFailure(
      `The database in ${found.path} belongs to '${owner}', since another user started Catena here before. Start it as that user again (as root, if it was root), or give '${me}' a data folder of its own with DATA_DIR=…`,
    );
  }
  return undefined;
}

async function reachableBinaries(account: Account | undefined, refuge: string): Promise<Binaries> {
  const installed = await installedBinaries();
  const linked = await linkLibraries(installed);
  if (linked && canRun(installed, account)) return installed;
  if (account !== undefined) {
    await openRefuge(refuge);
    const copy = await copyBinaries(installed, refuge);
    if (canRun(copy, account)) return copy;
  }
  const why = linked ? '' : ', because links to its libraries cannot be made there';
  throw new PlainFailure(
    `The Postgres in ${installed.folder} does not run here${why}. Set DATABASE_URL to a Postgres of your own.`,
  );
}

/** Can this user go through this folder? The system is asked, since it knows of access lists and namespaces too. */
const canEnter = (folder: string, account: Account | undefined): boolean =>
  account === undefined || spawnSync('test', ['-x', folder], { ...runAs(account), cwd: '/' }).status === 0;

/** A cluster copied back from a backup by root belongs to root. */
async function giveTo({ uid, gid }: Account, folder: string): Promise<void> {
  await run('chown', ['-R', `${uid}:${gid}`, folder]);
}
