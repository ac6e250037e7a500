#!/usr/bin/env node
// `npm run bench -- NAME [--json]`. On stdout come the figures and nothing else.

import { requireNode } from './node-version.mjs';

requireNode();
const { prepare } = await import('./prepare.mjs');
const { createProgress } = await import('./progress.mjs');
await prepare({ progress: createProgress(), also: ['bench'] });
process.setSourceMapsEnabled(true);
await import(new URL('../../../dist/test/bench/main.js', import.meta.url).href);
