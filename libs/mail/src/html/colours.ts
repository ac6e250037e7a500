/** The colours of the mails, by day and by night; those of the reading room. */
export const DAY = {
  page: '#eeece5',
  card: '#fffefb',
  line: '#e4e1d8',
  ink: '#1f1e1b',
  soft: '#78756a',
  accent: '#2f5d62',
  accentInk: '#fffdf9',
  chip: '#e2ecea',
  quote: '#4a483f',
  bar: '#f0d58a',
  question: '#56428f',
  heat: ['#f4f1ea', '#f9f1d9', '#f5e7c0', '#f0d58a', '#d89b3c'],
} as const;

export const NIGHT = {
  page: '#161513',
  card: '#211f1c',
  line: '#3a3732',
  ink: '#e9e4d9',
  soft: '#a39c8e',
  accent: '#8fc1c0',
  accentInk: '#17211f',
  chip: '#2b3b3a',
  quote: '#cfc8ba',
  bar: '#8a6d2a',
  question: '#bfb0e6',
  heat: ['#2a2825', '#3a3222', '#544422', '#7d6026', '#c58a30'],
} as const;

/** For clients that know it (Apple Mail, some Outlooks); others keep the day's colours, which are set inline. */
export const nightStyles = (): string => {
  const rule = (selector: string, property: string, value: string) => `${selector}{${property}:${value} !important}`;
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    '@media (prefers-color-scheme:dark){',
    rule('.page,.page>table>tbody>tr>td', 'background-color', NIGHT.page),
    rule('.card', 'background-color', NIGHT.card),
    rule('.card,.rule', 'border-color', NIGHT.line),
    rule('.ink', 'color', NIGHT.ink),
    rule('.soft', 'color', NIGHT.soft),
    rule('.accent', 'color', NIGHT.accent),
    rule('.chip', 'background-color', NIGHT.chip),
    rule('.chip', 'color', NIGHT.accent),
    rule('.quote', 'color', NIGHT.quote),
    rule('.quote', 'border-color', NIGHT.bar),
    rule('.question', 'color', NIGHT.question),
    rule('.button', 'background-color', NIGHT.accent),
    rule('.button', 'color', NIGHT.accentInk),
    ...NIGHT.heat.map((colour, heat) => rule(`.heat-${heat}`, 'background-color', colour)),
    '}',
    '@media (max-width:520px){.card{padding:24px 18px !important}.part{font-size:10px !important}}',
  ].join('');
};
