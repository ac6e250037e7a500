import { lazy, Suspense } from 'react';
import { m } from '../messages/messages.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyList, Palette, ReadingForm, SearchPanel } from './late.ts';
import { useSession, useUi } from './session.ts';

const Hours = lazy(() => import('./live/hours.tsx'));
const PollForm = lazy(() => import('./polls/poll-form.tsx'));
const Groups = lazy(() => import('./groups/groups.tsx'));
const Share = lazy(() => import('../bring/share.tsx'));

/** What opens over the room. */
export function Dialogs() {
  const { ui, seminar } = useSession();
  const dialog = useUi((it) => it.dialog);
  const pollOn = useUi((it) => it.pollOn);
  const close = () => ui.update((was) => ({ ...was, dialog: undefined }));
  if (dialog === 'keys') {
    return (
      <Dialog title={m.keys.title} onClose={close}>
        <KeyList />
      </Dialog>
    );
  }
  if (dialog === 'palette') return <Palette onClose={close} />;
  if (dialog === 'readings') {
    return (
      <Dialog title={m.reading.title} onClose={close}>
        <ReadingForm />
      </Dialog>
    );
  }
  if (dialog === 'hours') {
    return (
      <Dialog title={m.live.past} onClose={close}>
        <Suspense fallback={null}>
          <Hours />
        </Suspense>
      </Dialog>
    );
  }
  if (dialog === 'poll' && pollOn) {
    return (
      <Dialog title={m.poll.ask} onClose={close}>
        <Suspense fallback={null}>
          <PollForm target={pollOn} onDone={close} />
        </Suspense>
      </Dialog>
    );
  }
  if (dialog === 'groups') {
    return (
      <Dialog title={m.groups.title} onClose={close}>
        <Suspense fallback={null}>
          <Groups />
        </Suspense>
      </Dialog>
    );
  }
  if (dialog === 'search') return <SearchPanel />;
  if (dialog !== 'share') return null;
  return (
    <Dialog title={m.share.title} onClose={close}>
      <Suspense fallback={null}>
        <Share seminar={seminar} />
      </Suspense>
    </Dialog>
  );
}
