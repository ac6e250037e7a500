import { ERROR_CODES, messageOf, statusOf } from './errors.ts';

const BEGIN = '<!-- errors: written by `npm run docs:protocol` -->';
const END = '<!-- end of errors -->';

/** docs/protocol.md with its table of errors brought up to date. */
export function withErrorsTable(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The page needs '${BEGIN}' and after it '${END}'.`);
  const rows = ERROR_CODES.toSorted().map((code) => `| \`${code}\` | ${statusOf(code)} | ${messageOf(code)} |`);
  const table = ['| code | HTTP | what it says |', '| --- | --- | --- |', ...rows].join('\n');
  return `${before}${BEGIN}\n${table}\n${END}${after}`;
}
