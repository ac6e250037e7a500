import { useCallback } from 'react';
import { getInvite, getMe } from '../api/api.ts';
import { m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { pathOf } from '../routing/route.ts';
import { Page } from '../ui/page.tsx';
import { TroubleFor } from '../ui/trouble.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { JoinForm } from './join-form.tsx';

/** What an invitation leads to: what is read, in which role, and a name to go by. */
export default function JoinScreen({ token }: { token: string }) {
  const ask = useCallback(async () => {
    const invitation = await getInvite(token);
    return { invitation, me: await getMe() };
  }, [token]);
  const { answer, error, again } = useAnswer(ask);
  if (error) return <TroubleFor error={error} retry={again} />;
  if (!answer) return <Page>{null}</Page>;
  const { seminar, role, articles, members, joined } = answer.invitation;
  return (
    <Page>
      <title>{`${seminar.title} · ${m.brand}`}</title>
      <p className="label">{m.join.invited}</p>
      <h1>{seminar.title}</h1>
      {articles.length > 0 && (
        <p className="lead">
          {m.join.reading} <i>{articles.join('; ')}</i>
        </p>
      )}
      <p className="aside-note">{m.join.members(members)}</p>
      {joined ? (
        <p className="aside-note">
          <Link className="button primary" href={pathOf({ screen: 'room', seminar: seminar.seminar })}>
            {m.share.toRoom}
          </Link>
        </p>
      ) : (
        <JoinForm token={token} role={role} name={answer.me.person?.name ?? ''} />
      )}
    </Page>
  );
}
