import { useState } from 'react';
import type { MailSettings } from '#protocol';
import { getMailSettings, stopMails } from '../api/api.ts';
import { m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { pathOf } from '../routing/route.ts';
import { Problem } from '../ui/problem.tsx';
import { useSending } from '../ui/use-sending.ts';

export interface StopMailsProps {
  token: string;
  settings: MailSettings;
  onChange: (settings: MailSettings) => void;
}

/** Asks before it stops: a mail program may open links by itself. */
export function StopMails({ token, settings, onChange }: StopMailsProps) {
  const { busy, problem, send } = useSending();
  const [stopped, setStopped] = useState(false);
  const [only, ...more] = settings.seminars;
  const stop = () =>
    send(async () => {
      await stopMails(token);
      onChange(await getMailSettings(token));
      setStopped(true);
    });
  return (
    <>
      <h1>{stopped ? m.mail.stoppedNow : m.mail.stopTitle}</h1>
      {!stopped && (
        <p className="lead">{m.mail.stopLead(only && more.length === 0 ? `‘${only.title}’` : m.mail.stopAll)}</p>
      )}
      <Problem>{problem}</Problem>
      <p className="mail-foot stop-actions">
        {!stopped && (
          <button type="button" className="button primary" disabled={busy} onClick={stop}>
            {m.mail.stop}
          </button>
        )}
        <Link className="button" href={pathOf({ screen: 'mail', token, stop: false })}>
          {m.mail.instead}
        </Link>
      </p>
    </>
  );
}
