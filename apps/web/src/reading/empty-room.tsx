import { mayInvite } from '#seminar';
import { m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { pathOf } from '../routing/route.ts';
import { ClosedBookIcon } from '../ui/icons.tsx';
import { useRoom, useSession } from './session.ts';

/** A seminar without an article yet. */
export function EmptyRoom() {
  const { seminar } = useSession();
  const instructor = useRoom((room) => mayInvite(room.you.role));
  return (
    <main className="empty" id="text">
      <ClosedBookIcon />
      <h1>{m.article.none}</h1>
      <p>{instructor ? m.article.noneInstructor : m.article.noneMember}</p>
      {instructor && (
        <Link className="button primary" href={pathOf({ screen: 'bring', seminar })}>
          {m.article.bring}
        </Link>
      )}
    </main>
  );
}
