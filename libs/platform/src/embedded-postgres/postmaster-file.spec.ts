import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isListed, processWith } from '../process/process-identity.mjs';
import { parsePostmasterFile, runningPostmaster } from './postmaster-file.ts';

let data: string;
beforeEach(async () => {
  data = await realpath(await mkdtemp(join(tmpdir(), 'catena-postmaster-')));
});
afterEach(() => rm(data, { recursive: true }));

const held = () => existsSync(join(data, 'postmaster.pid'));
const holdAs = (pid: number) =>
  writeFile(join(data, 'postmaster.pid'), `${pid}\n${data}\n1795499543\n41067\n\n127.0.0.1\n\nready\n`);

it('is read line by line', () => {
  expect(parsePostmasterFile('8312\n/data\n1795499543\n41067\n\n127.0.0.1\n  1 2\nready   \n')).toEqual({
    pid: 8312,
    port: 41067,
    status: 'ready',
  });
  expect(parsePostmasterFile('')).toBeUndefined();
});

it('is left alone where there is none, and where its process is gone', async () => {
  expect(await runningPostmaster(data)).toBeUndefined();
  await holdAs(2 ** 22 - 3);
  expect(await runningPostmaster(data)).toBeUndefined();
});

it('holds the folder while its process works there', async () => {
  const postmaster = spawn('sleep', ['60'], { cwd: data });
  await holdAs(postmaster.pid ?? 0);
  expect(await runningPostmaster(data)).toBe(postmaster.pid);
  postmaster.kill('SIGKILL');
});

it('is removed where its pid belongs to another program by now', async () => {
  await holdAs(process.pid);
  expect(await runningPostmaster(data)).toBeUndefined();
  expect(held()).toBe(false);
});

it('is removed where its process is dead and nobody has taken note, after the last child has ended', async () => {
  // A parent that never looks after its child: the child stays listed when it is dead.
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = Number(await new Promise((resolve) => parent.stdout.once('data', (line) => resolve(String(line)))));
  while (processWith(pid) !== undefined) await sleep(10);
  expect(isListed(pid)).toBe(true);
  await holdAs(pid);
  const orphan = spawn('sleep', ['0.4'], { cwd: data });
  expect(await runningPostmaster(data)).toBeUndefined();
  expect(held()).toBe(false);
  expect(processWith(orphan.pid ?? 0)).toBeUndefined();
  parent.kill('SIGKILL');
});
