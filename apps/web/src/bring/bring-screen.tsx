import { useCallback, useState } from 'react';
import type { ArticlePreview } from '#protocol';
import type { SeminarId } from '#seminar';
import { getSeminar, previewArticle, uploadArticle } from '../api/api.ts';
import { m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { pathOf } from '../routing/route.ts';
import { Page } from '../ui/page.tsx';
import { TroubleFor } from '../ui/trouble.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { useSending } from '../ui/use-sending.ts';
import { ChooseSource } from './choose-source.tsx';
import { Preview } from './preview.tsx';

/** Brings an article: a file or a text, looked at before anybody else sees it. */
export default function BringScreen({ seminar }: { seminar: SeminarId }) {
  const ask = useCallback(() => getSeminar(seminar), [seminar]);
  const { answer: summary, error, again } = useAnswer(ask);
  const [brought, setBrought] = useState<ArticlePreview>();
  const { busy, problem, send } = useSending();
  if (error) return <TroubleFor error={error} retry={again} />;
  const readText = (source: string) => send(async () => setBrought(await previewArticle({ source })));
  const readFile = (file: File) => send(async () => setBrought(await uploadArticle(seminar, file)));
  const top = summary && (
    <Link href={pathOf({ screen: 'room', seminar })}>
      {m.bring.back}: {summary.title}
    </Link>
  );
  return (
    <Page top={top} wide>
      <title>{`${m.bring.title} · ${m.brand}`}</title>
      <h1>{m.bring.title}</h1>
      {summary && brought ? (
        <Preview preview={brought} summary={summary} onAgain={() => setBrought(undefined)} />
      ) : (
        <>
          <p className="lead">{m.bring.lead}</p>
          <ChooseSource busy={busy} problem={problem} onText={readText} onFile={readFile} />
        </>
      )}
    </Page>
  );
}
