import type { SeminarSummary } from '#protocol';
import { getNotifications } from '../api/api.ts';
import { locale, m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { pathOf } from '../routing/route.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { ago } from '../views/when.ts';

/** One's seminars, the liveliest first. */
export function SeminarList({ seminars }: { seminars: readonly SeminarSummary[] }) {
  const { answer } = useAnswer(getNotifications);
  const unread = answer?.notifications.filter((it) => it.unread) ?? [];
  return (
    <div className="seminars">
      {seminars.map((summary) => (
        <Entry
          key={summary.seminar}
          summary={summary}
          unread={unread.filter(({ seminar }) => seminar === summary.seminar).length}
        />
      ))}
    </div>
  );
}

function Entry({ summary, unread }: { summary: SeminarSummary; unread: number }) {
  const { seminar, title, articles, you, members, annotations, openQuestions, lastActivity } = summary;
  return (
    <Link className="seminar" href={pathOf({ screen: 'room', seminar })}>
      <h2>
        {title} <span className="chip">{m.roles[you.role]}</span>
      </h2>
      <p className="articles">{articles.map((article) => article.title).join('; ') || m.desk.noArticle}</p>
      <p className="facts">
        {unread > 0 && <span className="fresh">{m.bell.here(unread)}</span>}
        <span>{m.desk.members(members)}</span>
        <span>{m.desk.annotations(annotations)}</span>
        {openQuestions > 0 && <span className="asked">{m.desk.questions(openQuestions)}</span>}
        <span>{m.desk.active(ago(lastActivity, new Date(), locale()))}</span>
      </p>
    </Link>
  );
}
