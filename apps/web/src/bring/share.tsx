import { useCallback, useState } from 'react';
import type { Invite } from '#protocol';
import type { Role, SeminarId } from '#seminar';
import { getInvites, makeInvite, takeBackInvite } from '../api/api.ts';
import { inWords } from '../messages/in-words.ts';
import { locale, m } from '../messages/messages.ts';
import { Problem } from '../ui/problem.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { useSending } from '../ui/use-sending.ts';
import { dayInFull } from '../views/when.ts';

const ROLES = ['participant', 'observer', 'instructor'] as const satisfies readonly Role[];

/** Links by which others join: one is there for participants before it is asked for. */
export default function Share({ seminar }: { seminar: SeminarId }) {
  const ask = useCallback(async () => {
    const { invites } = await getInvites(seminar);
    return invites.length > 0 ? invites : [await makeInvite(seminar, { role: 'participant' })];
  }, [seminar]);
  const { answer: invites, error, again } = useAnswer(ask);
  const [role, setRole] = useState<Role>('participant');
  const { busy, problem, send } = useSending();
  const change = (act: () => Promise<unknown>) =>
    send(async () => {
      await act();
      again();
    });
  return (
    <div className="share">
      <p className="lead">{m.share.lead}</p>
      <Problem>{problem ?? (error && inWords(error))}</Problem>
      <ul className="share-links">
        {invites?.map((invite) => (
          <InviteLink
            key={invite.token}
            invite={invite}
            takeBack={() => change(() => takeBackInvite(seminar, invite.token))}
          />
        ))}
      </ul>
      <fieldset className="share-roles">
        <legend className="unseen">{m.share.role}</legend>
        {ROLES.map((it) => (
          <label key={it}>
            <input type="radio" name="role" checked={role === it} onChange={() => setRole(it)} />
            <b>{m.roles[it]}</b>
            <small>{m.share.roleHint[it]}</small>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="button"
        disabled={busy}
        onClick={() => change(() => makeInvite(seminar, { role }))}
      >
        {m.share.make}
      </button>
    </div>
  );
}

function InviteLink({ invite, takeBack }: { invite: Invite; takeBack: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(invite.url);
    setCopied(true);
  };
  return (
    <li className="share-link">
      <input
        className="input"
        readOnly
        value={invite.url}
        aria-label={`${m.share.title}: ${m.roles[invite.role]}`}
        onFocus={(event) => event.target.select()}
      />
      <div className="share-link-foot">
        <span className="chip">{m.roles[invite.role]}</span>
        <span>{m.share.until(dayInFull(invite.expires, locale()))}</span>
        <span className="space" />
        <button type="button" className="text-button" onClick={takeBack}>
          {m.share.takeBack}
        </button>
        <button type="button" className="button primary small" onClick={() => void copy()}>
          {copied ? m.copied : m.share.copy}
        </button>
      </div>
    </li>
  );
}
