/**
 * `open-once.js DATABASE SEMINAR rules|all`: opens a seminar in a process of its own, for whoever writes to it or for whoever
 * reads all that was said. On stdout: how long it took and the most memory it held.
 */
import { openLog } from '#log';
import { createPool } from '#platform';
import { EVERYONE, SeminarId } from '#seminar';
import { peakMemory } from '../peers/peak-memory.ts';

const [, , databaseUrl = '', id = '', how] = process.argv;
const key = { seminar: SeminarId.parse(id), audience: EVERYONE };
const pool = createPool(databaseUrl, 4);
const log = await openLog(pool);
const begun = performance.now();
const { annotations } = how === 'rules' ? await log.seminars.state(key) : (await log.snapshots.newest(key)).state;
const milliseconds = performance.now() - begun;
process.stdout.write(JSON.stringify({ milliseconds, annotations: annotations.size, megabytes: peakMemory() }));
await log.close();
await pool.end();
