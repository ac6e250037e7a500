import { useEffect, useState } from 'react';
import type { ProtocolError, SeminarSummary } from '#protocol';
import type { ArticleId, SeminarId } from '#seminar';
import { errorOf, getSeminar } from '../api/api.ts';
import { m } from '../messages/messages.ts';
import { forgetRoom, recallRoom } from '../offline/kept-rooms.ts';
import { useStore } from '../store/use-store.ts';
import { TroubleFor } from '../ui/trouble.tsx';
import { ReadingRoom } from './reading-room.tsx';
import { openSession, type Session, SessionContext } from './session.ts';

/** Finds out who I am in this seminar, then opens its room; without a network, as it was when I left it. */
export function RoomScreen({ seminar, article }: { seminar: SeminarId; article: ArticleId | undefined }) {
  const [session, setSession] = useState<Session>();
  const [error, setError] = useState<ProtocolError>();
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let opened: Session | undefined;
    let gone = false;
    setError(undefined);
    const kept = recallRoom(seminar);
    const open = async (you?: SeminarSummary['you']) => {
      const held = await kept;
      const me = you ?? held?.you;
      if (gone || !me) return;
      // Somebody else was here before: what they could read is not for whoever is here now.
      const mine = held?.you.member === me.member ? held : undefined;
      if (held && !mine) void forgetRoom(seminar);
      opened = openSession(seminar, me, mine);
      setSession(opened);
    };
    const failed = async (cause: unknown) => {
      const problem = errorOf(cause);
      const unreachable = problem.code === 'server/unavailable';
      if (unreachable && (await kept)) return open();
      if (!unreachable) void forgetRoom(seminar);
      if (!gone) setError(problem);
    };
    getSeminar(seminar).then(({ you }) => open(you), failed);
    return () => {
      gone = true;
      opened?.close();
    };
  }, [seminar, attempt]);

  useEffect(() => session?.show(article), [session, article]);

  if (error) return <TroubleFor error={error} retry={() => setAttempt((n) => n + 1)} />;
  if (!session) return <Opening />;
  return (
    <SessionContext value={session}>
      <Arrived session={session} />
    </SessionContext>
  );
}

/** The room, once it is known what is in it. */
function Arrived({ session }: { session: Session }) {
  const arrived = useStore(session.room, (room) => room.arrived);
  const problem = useStore(session.room, (room) => room.problem);
  if (problem && !arrived) return <TroubleFor error={problem} />;
  return arrived ? <ReadingRoom /> : <Opening />;
}

/** Quiet for a moment: most rooms open before one could read a word. */
function Opening() {
  return (
    <main className="opening" aria-busy="true">
      <p>{m.article.loading}</p>
    </main>
  );
}
