#!/usr/bin/env node
// `npm start`.

import { requireNode } from './node-version.mjs';

requireNode();
const { main } = await import('./main.mjs');
await main(['start', ...process.argv.slice(2)]);
