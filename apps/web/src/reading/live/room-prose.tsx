import { type ReactNode, useMemo } from 'react';
import { assetAddress } from '../../api/api.ts';
import { m } from '../../messages/messages.ts';
import { useStore } from '../../store/use-store.ts';
import { ProseContext, type ProseParts } from '../../ui/prose-parts.ts';
import { useRoom, useSession } from '../session.ts';

/** Lets words name the members of this room and show its pictures. */
export function RoomProse({ children }: { children: ReactNode }) {
  const { seminar, members } = useSession();
  const known = useStore(members, (it) => it);
  const me = useRoom((room) => room.you.member);
  const parts = useMemo<ProseParts>(
    () => ({
      nameOf: (member) => known.get(member)?.name ?? m.someone,
      me,
      addressOf: (asset) => assetAddress(seminar, asset),
    }),
    [known, me, seminar],
  );
  return <ProseContext value={parts}>{children}</ProseContext>;
}
