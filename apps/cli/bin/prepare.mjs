/** Makes a checkout ready to run: its packages, its build. Does only what is due. */

import { fileURLToPath } from 'node:url';
import { build, stale, TARGETS } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { alone } from './preparing.mjs';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * @typedef {object} Preparation
 * @property {import('./progress.mjs').Progress} progress
 * @property {('web' | 'bench')[]} [also] What is needed besides the server.
 */

/** @param {Preparation} preparation */
export async function prepare({ progress, also = [] }) {
  const targets = [TARGETS.server, ...also.map((name) => TARGETS[name])];
  if (isInstalled(ROOT) && stale(ROOT, targets).length === 0) return;
  await alone(ROOT, progress.say, async () => {
    if (!isInstalled(ROOT)) {
      await during(progress.step('Installing packages with npm'), () => install(ROOT));
    }
    for (const target of stale(ROOT, targets)) {
      await during(progress.step(`Building the ${target.name}`), () => build(ROOT, target));
    }
  });
}

/**
 * @param {import('./progress.mjs').Step} step
 * @param {() => Promise<void>} work
 */
async function during(step, work) {
  try {
    await work();
  } catch (error) {
    step.failed();
    throw error;
  }
  step.done();
}
