#!/usr/bin/env node
// Installs and builds everything that runs in production; for images.

import { prepare } from './prepare.mjs';
import { createProgress } from './progress.mjs';

await prepare({ progress: createProgress(), also: ['web'] });
