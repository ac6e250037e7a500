import { useEffect } from 'react';
import { m } from '../messages/messages.ts';
import { newerBuild } from '../offline/register.ts';
import { useStore } from '../store/use-store.ts';
import { notify } from './actions.ts';
import { useSession } from './session.ts';

/** Says once that a newer build has come, and loads it where that is wanted; words that are being written are kept. */
export function useNewerBuild(): void {
  const session = useSession();
  const newer = useStore(newerBuild, (it) => it);
  useEffect(() => {
    if (newer) notify(session, m.newer.came, { label: m.newer.load, run: () => location.reload() });
  }, [newer, session]);
}
