import { type AnnotationId, type ArticleId, type RecordedEvent, SCRIBE } from '#seminar';

/** What some events change in the overview of their seminar. */
export interface OverviewChanges {
  title: string | undefined;
  /** More, or fewer. */
  members: number;
  annotations: number;
  /** `undefined` where nobody but the scribe did anything. */
  lastActivity: string | undefined;
  /** `at`: when its first version of these was imported. */
  articles: Map<ArticleId, { version: number; title: string; at: string }>;
  questions: Map<AnnotationId, QuestionChange>;
}

/** `asked`: it is new. What stays `undefined` is as it was. */
export interface QuestionChange {
  asked: boolean;
  deleted: boolean | undefined;
  answered: boolean | undefined;
  resolved: boolean | undefined;
}

/** Sums up events that follow each other, so that many cost no more statements than one. */
export function changesOf(events: readonly RecordedEvent[]): OverviewChanges {
  const changes: OverviewChanges = {
    title: undefined,
    members: 0,
    annotations: 0,
    lastActivity: undefined,
    articles: new Map(),
    questions: new Map(),
  };
  for (const event of events) {
    apply(changes, event);
    if (event.by !== SCRIBE) changes.lastActivity = event.at;
  }
  return changes;
}

function apply(changes: OverviewChanges, event: RecordedEvent): void {
  switch (event.type) {
    case 'seminar.opened':
      changes.title = event.data.title;
      break;
    case 'member.joined':
      changes.members += 1;
      break;
    case 'article.imported': {
      const { article, version, document } = event.data;
      const at = changes.articles.get(article)?.at ?? event.at;
      changes.articles.set(article, { version, title: document.title, at });
      break;
    }
    case 'annotation.created':
      changes.annotations += 1;
      if (event.data.motivation === 'questioning') question(changes, event.data.annotation, { asked: true });
      break;
    case 'annotation.deleted':
      changes.annotations -= 1;
      question(changes, event.data.annotation, { deleted: true });
      break;
    case 'annotation.restored':
      changes.annotations += 1;
      question(changes, event.data.annotation, { deleted: false });
      break;
    case 'question.answered':
      question(changes, event.data.question, { answered: true });
      break;
    case 'answer.withdrawn':
      question(changes, event.data.question, { answered: false });
      break;
    case 'thread.resolved':
      question(changes, event.data.thread, { resolved: true });
      break;
    case 'thread.reopened':
      question(changes, event.data.thread, { resolved: false });
      break;
  }
}

function question({ questions }: OverviewChanges, id: AnnotationId, change: Partial<QuestionChange>): void {
  const was = questions.get(id) ?? { asked: false, deleted: undefined, answered: undefined, resolved: undefined };
  questions.set(id, { ...was, ...change });
}
