import type { RecordedEvent } from './events.ts';
import type { AnnotationId } from './ids.ts';

/**
 * The annotation of which an event changes what a snapshot says; `undefined` where it is about something else. A reply changes
 * no other annotation than itself: a snapshot lists no replies.
 */
export function annotationChangedBy(event: RecordedEvent): AnnotationId | undefined {
  switch (event.type) {
    case 'annotation.created':
    case 'annotation.edited':
    case 'annotation.deleted':
    case 'annotation.restored':
    case 'annotation.tagged':
    case 'reaction.added':
    case 'reaction.removed':
      return event.data.annotation;
    case 'question.answered':
    case 'answer.withdrawn':
      return event.data.question;
    case 'thread.resolved':
    case 'thread.reopened':
      return event.data.thread;
    case 'seminar.opened':
    case 'article.imported':
    case 'member.joined':
    case 'role.given':
    case 'summary.made':
    case 'summary.edited':
    case 'summary.pinned':
    case 'summary.unpinned':
    case 'summary.hidden':
    case 'summary.shown':
    case 'reading.assigned':
    case 'reading.withdrawn':
      return undefined;
  }
}
