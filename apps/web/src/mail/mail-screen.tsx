import { useCallback, useState } from 'react';
import type { MailSettings } from '#protocol';
import { getMailSettings } from '../api/api.ts';
import { m } from '../messages/messages.ts';
import { Page } from '../ui/page.tsx';
import { TroubleFor } from '../ui/trouble.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { MailHoursForm } from './mail-hours-form.tsx';
import { SeminarMails } from './seminar-mails.tsx';
import { SentMails } from './sent-mails.tsx';
import { StopMails } from './stop-mails.tsx';

/** What one is told by e-mail, how often and where; by a link out of a mail also for whoever is not signed in. */
export default function MailScreen({ token, stop }: { token: string | undefined; stop: boolean }) {
  const ask = useCallback(() => getMailSettings(token), [token]);
  const { answer, error, again } = useAnswer(ask);
  const [changed, setChanged] = useState<MailSettings>();
  if (error) return <TroubleFor error={error} retry={again} />;
  const settings = changed ?? answer;
  if (!settings) return <Page>{null}</Page>;
  return (
    <Page>
      <title>{`${m.mail.title} · ${m.brand}`}</title>
      {stop && token !== undefined ? (
        <StopMails token={token} settings={settings} onChange={setChanged} />
      ) : (
        <>
          <h1>{m.mail.title}</h1>
          <p className="lead">{m.mail.lead}</p>
          {settings.seminars.map((seminar) => (
            <SeminarMails key={seminar.seminar} {...seminar} token={token} onChange={setChanged} />
          ))}
          <MailHoursForm settings={settings} token={token} onChange={setChanged} />
          {token === undefined && <SentMails sent={settings.sent} />}
        </>
      )}
    </Page>
  );
}
