import type { Block, HeatPart, MailDocument, Run } from './document.ts';

const WIDTH = 72;
const BARS = ['·', '▂', '▄', '▆', '█'] as const;

/** The mail as plain text (format=flowed would be nicer, and few clients show it): the same words, links in full under them. */
export function renderText(mail: MailDocument): string {
  const parts = [
    mail.eyebrow,
    '',
    wrap(mail.headline),
    '='.repeat(Math.min(WIDTH, mail.headline.length)),
    wrap(mail.lead),
    ...mail.blocks.map(textOf),
    '-- ',
    wrap(withLinks(mail.footer)),
  ];
  return `${parts
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trimEnd()}\n`;
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'rule':
      return '';
    case 'label':
      return `\n${block.text.toUpperCase()}\n`;
    case 'quote':
      return wrap(block.text, '> ');
    case 'text':
      return `${wrap(withLinks(block.runs))}\n`;
    case 'heat':
      return `\n${block.parts.map(heatLine).join('\n')}\n`;
    case 'button':
      return `\n${block.text}: ${block.href}\n`;
  }
}

const heatLine = ({ title, heat }: HeatPart): string => `${BARS[heat].repeat(3)} ${title}`;

/** Names stand in brackets, links behind their words; many to one place are given once. */
function withLinks(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if (typeof run === 'string') return run;
      if (run.kind === 'name') return `[${run.text}]`;
      return run.kind === 'link' ? `${run.text} <${run.href}>` : run.text;
    })
    .join('');
}

function wrap(text: string, prefix = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && prefix.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].map((one) => prefix + one).join('\n');
}
