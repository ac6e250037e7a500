#!/usr/bin/env node
// `npm test`. What comes after `--` goes to Jest.

import { requireNode } from './node-version.mjs';

requireNode();
const { runTests } = await import('./run-tests.mjs');
process.exit(await runTests(process.argv.slice(2)));
