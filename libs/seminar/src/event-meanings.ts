import type { EventType } from './events.ts';

/** What each event says, in a sentence; for docs/events.md. */
export const EVENT_MEANINGS: Record<EventType, string> = {
  'seminar.opened': 'A seminar was opened; whoever did it is its first instructor.',
  'article.imported': 'An article was brought, or a new version of one. It stands whole in the log.',
  'member.joined': 'Somebody came in, in the role that their invitation gave.',
  'role.given': 'An instructor gave a member another role.',
  'annotation.created': 'Somebody wrote on a passage, or answered an annotation or a reply.',
  'annotation.edited': 'Its author worded it otherwise.',
  'annotation.deleted': 'It was taken away. It stays as a tombstone, with its replies.',
  'annotation.tagged': 'Its tags are these now.',
  'reaction.added': 'Whoever sent the command reacted to it.',
  'reaction.removed': 'Whoever sent the command took their reaction back.',
  'question.answered': 'A reply was marked as the answer to a question.',
  'answer.withdrawn': 'The question is open again.',
  'thread.resolved': 'A thread was closed.',
  'thread.reopened': 'A thread was opened again.',
  'reading.assigned': 'An instructor asked every participant to read something, or changed what they ask.',
  'reading.withdrawn': 'Nobody is asked for that reading any more.',
  'summary.made': 'The scribe summed up what was said on a section.',
  'summary.edited': 'An instructor worded a summary otherwise.',
  'summary.pinned': 'A summary stays as it is: no newer one takes its place.',
  'summary.unpinned': 'A newer summary may take its place again.',
  'summary.hidden': 'A summary was put away.',
  'summary.shown': 'A summary is shown again.',
};
