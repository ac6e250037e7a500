import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#platform';

/** A real article, shared beside the checkout and no part of it; `undefined` where it is not there. */
export function sharedArticle(): { path: string; source: string } | undefined {
  const path = join(projectFolder(), '../shared/articles/kragelund-2025-south-south.txt');
  return existsSync(path) ? { path, source: readFileSync(path, 'utf8') } : undefined;
}
