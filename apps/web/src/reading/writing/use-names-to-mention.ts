import { useMemo } from 'react';
import type { Audience } from '#seminar';
import { useStore } from '../../store/use-store.ts';
import { otherReaders } from '../../views/audiences.ts';
import { type Handles, handlesOf } from '../../views/mentions.ts';
import { useRoom, useSession } from '../session.ts';

/** Whom one may name: those who will read it. */
export function useNamesToMention(audience: Audience): readonly string[] {
  const { members } = useSession();
  const known = useStore(members, (it) => it);
  const main = useRoom((room) => room.shown.everyone.state);
  const me = useRoom((room) => room.you.member);
  return useMemo(() => {
    const readers = new Set(otherReaders(main, audience, me));
    return [...handlesOf(known.values())].filter(([, member]) => readers.has(member)).map(([handle]) => handle);
  }, [known, main, audience, me]);
}

/** What is typed for each member, to go from names to ids and back. */
export function useHandles(): Handles {
  const { members } = useSession();
  const known = useStore(members, (it) => it);
  return useMemo(() => handlesOf(known.values()), [known]);
}
