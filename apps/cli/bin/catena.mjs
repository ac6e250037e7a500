#!/usr/bin/env node
// `npm run -s catena -- …`. On stdout comes the command's output and nothing else.

import { requireNode } from './node-version.mjs';

requireNode();
const { main } = await import('./main.mjs');
await main(process.argv.slice(2));
