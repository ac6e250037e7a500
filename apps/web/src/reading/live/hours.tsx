import { locale, m } from '../../messages/messages.ts';
import { Link } from '../../routing/link.tsx';
import { pathOf } from '../../routing/route.ts';
import { pastHours } from '../../views/live-hour.ts';
import { dayAndTime } from '../../views/when.ts';
import { useRoom, useSession, useView } from '../session.ts';

/** The live hours that were held, each with the way to that stretch of the log. */
export default function Hours() {
  const { seminar } = useSession();
  const log = useRoom((room) => room.confirmed.everyone);
  const article = useView((view) => view?.article);
  const hours = pastHours(log);
  return (
    <ol className="hours">
      {hours.map(({ session, from, startedAt, minutes, said, people }) => (
        <li key={session}>
          <p>
            <b>{dayAndTime(startedAt, locale())}</b>
            <span>{m.live.summary(minutes, said, people)}</span>
          </p>
          <Link className="button small" href={`${pathOf({ screen: 'room', seminar, article })}?at=${from}`}>
            {m.live.replay}
          </Link>
        </li>
      ))}
    </ol>
  );
}
