/** The Redis that some tests run on: the one at REDIS_URL, a redis-server that is there, else the system's package where root may install it. */

import { spawnSync } from 'node:child_process';
import { aptInstall, mayAptInstall } from './apt-install.mjs';

export const hasRedis = () => Boolean(process.env.REDIS_URL) || spawnSync('redis-server', ['--version']).status === 0;

/**
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} What has to be left out without one, in a sentence.
 */
export async function getRedis(say) {
  if (!hasRedis() && mayAptInstall()) {
    say('There is no redis-server. Getting it …');
    await aptInstall('redis-server').catch(() => undefined);
  }
  return hasRedis()
    ? undefined
    : 'The tests on Redis were skipped: install redis-server, or give the address of a Redis as REDIS_URL.';
}
