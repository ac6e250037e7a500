import type { SeminarSummary } from '#protocol';
import { dropUpload } from '../api/api.ts';
import { m } from '../messages/messages.ts';
import { navigate } from '../routing/location.ts';
import { pathOf } from '../routing/route.ts';
import { Page } from '../ui/page.tsx';
import { TroubleFor } from '../ui/trouble.tsx';
import { useSending } from '../ui/use-sending.ts';
import { BackToSeminar } from './back-to-seminar.tsx';
import { Preview } from './preview.tsx';
import { ReadingFailed } from './reading-failed.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import { useUpload } from './use-upload.ts';

/** A file that was brought: while it is read, where that failed, and what was read. */
export function BroughtScreen({ summary, upload: id }: { summary: SeminarSummary; upload: string }) {
  const { seminar } = summary;
  const { upload, error, take, again } = useUpload(seminar, id);
  const { busy, send } = useSending();
  if (error) return <TroubleFor error={error} retry={again} />;
  const takeAway = () =>
    void send(async () => {
      await dropUpload(seminar, id);
      navigate(pathOf({ screen: 'bring', seminar }), 'replace');
    });
  const name = upload?.name || m.bring.pasted;
  if (upload?.preview) {
    return <Preview summary={summary} upload={upload} preview={upload.preview} onTakeAway={takeAway} />;
  }
  return (
    <Page top={<BackToSeminar summary={summary} />}>
      <title>{`${m.bring.title} · ${m.brand}`}</title>
      <h1>{name}</h1>
      {upload?.status === 'reading' && <ReadingProgress progress={upload.progress} busy={busy} onStop={takeAway} />}
      {upload?.status === 'failed' && (
        <ReadingFailed seminar={seminar} upload={upload} onRetried={take} onTakeAway={takeAway} />
      )}
    </Page>
  );
}
