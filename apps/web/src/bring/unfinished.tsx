import { useCallback } from 'react';
import type { SeminarId } from '#seminar';
import { dropUpload, getUploads } from '../api/api.ts';
import { locale, m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { pathOf } from '../routing/route.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { useSending } from '../ui/use-sending.ts';
import { dayInFull } from '../views/when.ts';

/** What one has brought and not yet published; nothing is shown where there is nothing. */
export function Unfinished({ seminar }: { seminar: SeminarId }) {
  const ask = useCallback(() => getUploads(seminar), [seminar]);
  const { answer, again } = useAnswer(ask);
  const { busy, send } = useSending();
  if (!answer || answer.uploads.length === 0) return null;
  const takeAway = (upload: string) =>
    send(async () => {
      await dropUpload(seminar, upload);
      again();
    });
  return (
    <section className="unfinished" aria-labelledby="unfinished">
      <h2 id="unfinished">{m.bring.unfinished}</h2>
      <ul>
        {answer.uploads.map(({ upload, name, title, status, brought }) => (
          <li key={upload}>
            <Link href={pathOf({ screen: 'bring', seminar, upload })}>
              <b className="unfinished-title">{title ?? (name || m.bring.pasted)}</b>
              <small className="unfinished-about">
                {[
                  title !== undefined && name !== title ? name : '',
                  m.bring.status[status],
                  dayInFull(brought, locale()),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </Link>
            <button type="button" className="text-button" disabled={busy} onClick={() => void takeAway(upload)}>
              {m.bring.takeAway}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
