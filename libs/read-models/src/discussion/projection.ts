import { EVERYONE, type EventOf, type RecordedEvent } from '#seminar';
import type { Projection } from '../projection.ts';
import { foldArticle } from './articles.ts';
import { foldContributions, isOfContributions } from './contributions.ts';
import { foldMembers } from './members.ts';
import { foldReading, withdrawReading } from './readings.ts';
import type { Run } from './run.ts';
import { flagSummary, foldSummary } from './summaries.ts';

/** What was said, by section and by person, with the newest summaries, and what participants are asked to read. */
export const discussion: Projection = {
  name: 'discussion',
  version: 2,
  audience: EVERYONE,
  tables: [
    'discussion_member',
    'discussion_article',
    'discussion_section',
    'discussion_block',
    'contribution',
    'discussion_summary',
    'discussion_assignment',
  ],

  async fold({ seminar }, events, transaction) {
    const run: Run = (name, text, ...values) =>
      transaction.query({ name: `fold-discussion-${name}`, text, values: [seminar, ...values] });
    for (let from = 0; from < events.length; ) {
      // What is said is placed in the article as it stands then: a new version parts what comes before from what comes after.
      const next = events.findIndex((event, at) => at > from && event.type === 'article.imported');
      const to = next === -1 ? events.length : next;
      await foldStretch(run, events.slice(from, to));
      from = to;
    }
  },
};

/** Folds events of which only the first may bring an article. Contributions are many, and go together. */
async function foldStretch(run: Run, events: readonly RecordedEvent[]): Promise<void> {
  const [first] = events;
  if (first?.type === 'article.imported') await foldArticle(run, first);
  await foldMembers(run, events.filter(isOfMembers));
  await foldContributions(run, events.filter(isOfContributions));
  for (const event of events) await foldAlone(run, event);
}

const isOfMembers = (event: RecordedEvent): event is RecordedEvent & EventOf<'member.joined' | 'role.given'> =>
  event.type === 'member.joined' || event.type === 'role.given';

async function foldAlone(run: Run, event: RecordedEvent): Promise<void> {
  switch (event.type) {
    case 'summary.made':
    case 'summary.edited':
      return foldSummary(run, event);
    case 'summary.pinned':
    case 'summary.unpinned':
    case 'summary.hidden':
    case 'summary.shown':
      return flagSummary(run, event);
    case 'reading.assigned':
      return foldReading(run, event);
    case 'reading.withdrawn':
      await withdrawReading(run, event.data.assignment);
  }
}
