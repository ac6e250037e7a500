import { useState } from 'react';
import type { SentMail } from '#protocol';
import { locale, m } from '../messages/messages.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { when } from '../views/when.ts';

/** The mails that were made for whoever asks, each to be looked at as it was sent. */
export function SentMails({ sent }: { sent: readonly SentMail[] }) {
  const [open, setOpen] = useState<string>();
  return (
    <section className="panel" aria-label={m.mail.sent}>
      <h2>{m.mail.sent}</h2>
      {sent.length === 0 && <p className="note-line">{m.mail.noneSent}</p>}
      <ul className="sent-mails">
        {sent.map((mail) => (
          <li key={mail.id}>
            <button type="button" aria-expanded={open === mail.id} onClick={() => setOpen(mail.id)}>
              <b>{mail.subject}</b>
              <small>
                {when(mail.at, new Date(), locale())} · {m.mail.status[mail.status]}
              </small>
            </button>
            {open === mail.id && <OpenMail mail={mail} onClose={() => setOpen(undefined)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenMail({ mail: { id, subject }, onClose }: { mail: SentMail; onClose: () => void }) {
  return (
    <div className="mail-view">
      <p className="mail-foot">
        <a className="text-button" href={`/mails/${id}/message.eml`}>
          {m.mail.download}
        </a>
        <span className="space" />
        <button type="button" className="icon-button" aria-label={m.mail.close} onClick={onClose}>
          <CloseIcon />
        </button>
      </p>
      <iframe title={subject} src={`/mails/${id}`} />
    </div>
  );
}
