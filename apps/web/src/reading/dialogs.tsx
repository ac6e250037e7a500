import { lazy, Suspense } from 'react';
import { m } from '../messages/messages.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyList, Palette, ReadingForm } from './late.ts';
import { useSession, useUi } from './session.ts';

const Groups = lazy(() => import('./groups/groups.tsx'));
const Share = lazy(() => import('../bring/share.tsx'));

/** What opens over the room. */
export function Dialogs() {
  const { ui, seminar } = useSession();
  const dialog = useUi((it) => it.dialog);
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
  if (dialog === 'groups') {
    return (
      <Dialog title={m.groups.title} onClose={close}>
        <Suspense fallback={null}>
          <Groups />
        </Suspense>
      </Dialog>
    );
  }
  if (dialog !== 'share') return null;
  return (
    <Dialog title={m.share.title} onClose={close}>
      <Suspense fallback={null}>
        <Share seminar={seminar} />
      </Suspense>
    </Dialog>
  );
}
