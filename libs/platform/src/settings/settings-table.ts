import { describeSettings } from './read-settings.ts';

const BEGIN = '<!-- settings: written by `npm run docs:settings` -->';
const END = '<!-- end of settings -->';

/** The table of all settings as it stands in docs/operating.md. */
export function settingsTable(): string {
  const rows = describeSettings().map(
    ({ name, description, allowed, otherwise }) => `| \`${name}\` | ${description} | ${allowed} | ${otherwise} |`,
  );
  return ['| setting | what it does | what it may be | where not set |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** The page with the table between its two marks brought up to date. */
export function withSettingsTable(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`The page needs a line '${BEGIN}' and after it a line '${END}'.`);
  }
  return `${before}${BEGIN}\n${settingsTable()}\n${END}${after}`;
}
