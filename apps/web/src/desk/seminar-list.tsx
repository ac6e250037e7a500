import type { SeminarSummary } from '#protocol';
import { locale, m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { pathOf } from '../routing/route.ts';
import { ago } from '../views/when.ts';

/** One's seminars, the liveliest first. */
export function SeminarList({ seminars }: { seminars: readonly SeminarSummary[] }) {
  return (
    <div className="seminars">
      {seminars.map((summary) => (
        <Entry key={summary.seminar} summary={summary} />
      ))}
    </div>
  );
}

function Entry({ summary }: { summary: SeminarSummary }) {
  const { seminar, title, articles, you, members, annotations, openQuestions, lastActivity } = summary;
  return (
    <Link className="seminar" href={pathOf({ screen: 'room', seminar })}>
      <h2>
        {title} <span className="chip">{m.roles[you.role]}</span>
      </h2>
      <p className="articles">{articles.map((article) => article.title).join('; ') || m.desk.noArticle}</p>
      <p className="facts">
        <span>{m.desk.members(members)}</span>
        <span>{m.desk.annotations(annotations)}</span>
        {openQuestions > 0 && <span className="asked">{m.desk.questions(openQuestions)}</span>}
        <span>{m.desk.active(ago(lastActivity, new Date(), locale()))}</span>
      </p>
    </Link>
  );
}
