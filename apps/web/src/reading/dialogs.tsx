import { lazy, Suspense } from 'react';
import { m } from '../messages/messages.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KEY_LIST } from './keys.ts';
import { ReadingForm } from './outline/reading-form.tsx';
import { useSession, useUi } from './session.ts';

const Groups = lazy(() => import('./groups/groups.tsx'));
const SearchPanel = lazy(() => import('./search/search-panel.tsx'));
const Share = lazy(() => import('../bring/share.tsx'));

/** What opens over the room. */
export function Dialogs() {
  const { ui, seminar } = useSession();
  const dialog = useUi((it) => it.dialog);
  const close = () => ui.update((was) => ({ ...was, dialog: undefined }));
  if (dialog === 'keys') {
    return (
      <Dialog title={m.keys.title} onClose={close}>
        <dl className="keys">
          {KEY_LIST.map(({ keys, does }) => (
            <div key={does}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{m.keys.does[does]}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    );
  }
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
  if (dialog === 'search') {
    return (
      <Suspense fallback={null}>
        <SearchPanel />
      </Suspense>
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
