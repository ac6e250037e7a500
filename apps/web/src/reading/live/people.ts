import type { MemberId } from '#seminar';
import { m } from '../../messages/messages.ts';
import { useStore } from '../../store/use-store.ts';
import { useSession } from '../session.ts';

/** The name of a member; a word for anybody whose name is not known yet. */
export function useName(member: MemberId): string {
  return useStore(useSession().members, (members) => members.get(member)?.name ?? m.someone);
}

/** Looks names up, many at a time. */
export function useNames(): (member: MemberId) => string {
  const members = useStore(useSession().members, (it) => it);
  return (member) => members.get(member)?.name ?? m.someone;
}
