import { spawn } from 'node:child_process';

/**
 * @typedef {object} Outcome
 * @property {number} code 0 where all went well.
 * @property {string} output What it said, both streams together.
 */

/**
 * Runs a program to its end and keeps what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<Outcome>}
 */
export function runProgram(command, args, { cwd, env = process.env }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    /** Who stops this stops what it runs. @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      child.kill(signal);
      process.exit(1);
    };
    for (const signal of signals) process.once(signal, stop);
    /** @param {number} code @param {string} [more] */
    const end = (code, more = '') => {
      for (const signal of signals) process.removeListener(signal, stop);
      resolve({ code, output: `${output}${more}` });
    };
    child.once('error', (error) => end(127, `${error.message}\n`));
    child.once('close', (code) => end(code ?? 1));
  });
}
