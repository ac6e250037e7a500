import { readFileSync } from 'node:fs';
import { withSettingsTable } from './settings-table.ts';

it('stands in docs/operating.md as it is (npm run docs:settings)', () => {
  const page = readFileSync(new URL('../../../../docs/operating.md', import.meta.url), 'utf8');
  expect(page).toBe(withSettingsTable(page));
});
