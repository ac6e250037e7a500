#!/usr/bin/env node
// `npm run bench -- NAME [--json]`. On stdout come the figures and nothing else.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '../../../libs/platform/src/process/node-flags.mjs';
import { requireNode } from './node-version.mjs';

requireNode();
const { prepare } = await import('./prepare.mjs');
const { createProgress } = await import('./progress.mjs');
await prepare({ progress: createProgress(), also: ['bench'] });
// As a gateway is run: what is measured should be what people have.
const main = fileURLToPath(new URL('../../../dist/test/bench/main.js', import.meta.url));
const bench = spawn(process.execPath, [...NODE_FLAGS, main, ...process.argv.slice(2)], { stdio: 'inherit' });
process.on('SIGINT', () => bench.kill('SIGINT'));
process.on('SIGTERM', () => bench.kill('SIGTERM'));
bench.on('exit', (code) => process.exit(code ?? 1));
