import { useCallback } from 'react';
import type { SeminarId } from '#seminar';
import { getSeminar } from '../api/api.ts';
import { m } from '../messages/messages.ts';
import { Page } from '../ui/page.tsx';
import { TroubleFor } from '../ui/trouble.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { BackToSeminar } from './back-to-seminar.tsx';
import { BroughtScreen } from './brought-screen.tsx';
import { ChooseSource } from './choose-source.tsx';
import { Unfinished } from './unfinished.tsx';

/** Brings an article: a file or a text, looked at before anybody else sees it. */
export default function BringScreen({ seminar, upload }: { seminar: SeminarId; upload: string | undefined }) {
  const ask = useCallback(() => getSeminar(seminar), [seminar]);
  const { answer: summary, error, again } = useAnswer(ask);
  if (error) return <TroubleFor error={error} retry={again} />;
  if (!summary) return <title>{`${m.bring.title} · ${m.brand}`}</title>;
  if (upload !== undefined) return <BroughtScreen key={upload} summary={summary} upload={upload} />;
  return (
    <Page top={<BackToSeminar summary={summary} />}>
      <title>{`${m.bring.title} · ${m.brand}`}</title>
      <h1>{m.bring.title}</h1>
      <p className="lead">{m.bring.lead}</p>
      <ChooseSource seminar={seminar} />
      <Unfinished seminar={seminar} />
    </Page>
  );
}
