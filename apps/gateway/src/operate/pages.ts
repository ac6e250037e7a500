/** What an operator sees: plain HTML and forms, no script, so that the page can be under the strictest policy there is. */
import { createHash } from 'node:crypto';
import { type DeadLetter, QUEUES, type QueueCounts } from '#platform';
import type { ProtocolError } from '#protocol';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; } main { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8884; }
th { font-weight: 600; } .number { text-align: right; font-variant-numeric: tabular-nums; }
small, .quiet { color: color-mix(in srgb, CanvasText 70%, Canvas); display: block; } code { font-size: .85em; overflow-wrap: anywhere; }
button { font: inherit; padding: .15rem .7rem; cursor: pointer; white-space: nowrap; } .failed { color: light-dark(#b3261e, #ff8a80); font-weight: 600; }
`;

/** Nothing is loaded and no script runs; the one style is known by its hash (CSP Level 3 §8.3). */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const COUNTED = ['waiting', 'active', 'delayed', 'failed'] as const;

export const queuesPage = (counts: readonly QueueCounts[], letters: readonly DeadLetter[]): string =>
  page(
    'Queues',
    `<h1>Queues</h1>
<table><thead><tr><th>Queue</th>${COUNTED.map((name) => `<th class="number">${name}</th>`).join('')}</tr></thead>
<tbody>${counts.map(queueRow).join('')}</tbody></table>
<h2>Jobs that failed for good</h2>
${letters.length === 0 ? '<p class="quiet">None.</p>' : lettersTable(letters)}`,
  );

export const errorPage = ({ code, message }: ProtocolError): string =>
  page('Operators', `<h1>Operators</h1><p>${escaped(message)}</p><p class="quiet"><code>${escaped(code)}</code></p>`);

const queueRow = (counts: QueueCounts): string =>
  `<tr><td>${counts.queue}<small>${escaped(QUEUES[counts.queue])}</small></td>${COUNTED.map(
    (name) => `<td class="number${name === 'failed' && counts.failed > 0 ? ' failed' : ''}">${counts[name]}</td>`,
  ).join('')}</tr>`;

function lettersTable(letters: readonly DeadLetter[]): string {
  const all = [...new Set(letters.map(({ queue }) => queue))].map((queue) =>
    again(queue, '', `Run all of ${queue} again`),
  );
  return `<table><thead><tr><th>Job</th><th>Seminar</th><th>Error</th><th class="number">Attempts</th><th>When</th><th>Again</th></tr></thead>
<tbody>${letters.map(letterRow).join('')}</tbody></table><p>${all.join(' ')}</p>`;
}

const letterRow = ({ queue, id, seminar, attempts, reason, at }: DeadLetter): string =>
  `<tr><td>${queue}<small><code>${escaped(id)}</code></small></td><td><code>${escaped(seminar ?? '')}</code></td>
<td>${escaped(reason)}</td><td class="number">${attempts}</td><td><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time></td>
<td>${again(queue, id, 'Run again')}</td></tr>`;

const again = (queue: string, id: string, label: string): string =>
  `<form method="post" action="/operate/queues/${queue}/retry/${encodeURIComponent(id)}"><button>${escaped(label)}</button></form>`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Catena</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
