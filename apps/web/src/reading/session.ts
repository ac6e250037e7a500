/** One visit to a seminar's room: the client, what is kept of it in the browser, and what the screen derives from both. */
import { createContext, useContext } from 'react';
import { type ArticleId, fromSnapshot, type MemberId, type Role, type SeminarId } from '#seminar';
import { Drafts } from '../kept/drafts.ts';
import { keep, recall } from '../kept/kept.ts';
import { beginVisit, onward, type Visit } from '../kept/visit.ts';
import { m } from '../messages/messages.ts';
import { keepOpenRoom } from '../offline/keep-open-room.ts';
import type { KeptRoom } from '../offline/kept-rooms.ts';
import { Outbox } from '../room/outbox.ts';
import type { Logs } from '../room/overlay.ts';
import { RoomClient } from '../room/room-client.ts';
import type { RoomSnapshot } from '../room/snapshot.ts';
import { socketPort } from '../room/socket-port.ts';
import { createStore, type Store } from '../store/store.ts';
import { useStore } from '../store/use-store.ts';
import { followMembers, type Members } from './live/members.ts';
import { firstArticle, type RoomView, roomView } from './room-view.ts';
import { initialUi, type UiState } from './ui-state.ts';

export interface Session {
  seminar: SeminarId;
  client: RoomClient;
  room: Store<RoomSnapshot>;
  members: Store<Members>;
  drafts: Drafts;
  visit: Store<Visit | undefined>;
  ui: Store<UiState>;
  view: Store<RoomView | undefined>;
  /** Shows another article of the seminar; `undefined` the first. */
  show(article: ArticleId | undefined): void;
  close(): void;
}

/** @param kept the room as this person left it, where the browser has kept it */
export function openSession(seminar: SeminarId, you: { member: MemberId; role: Role }, kept?: KeptRoom): Session {
  const mine = `${seminar}.${you.member}`;
  const client = new RoomClient({ seminar, you, port: socketPort(), outbox: new Outbox(mine) });
  const room = client.store;
  const members = followMembers(seminar, room, kept?.members);
  const visit = createStore<Visit | undefined>(undefined);
  const view = createStore<RoomView | undefined>(undefined);
  let chosen: ArticleId | undefined;

  const derive = () => {
    const state = room.get();
    const article = chosen ?? firstArticle(state);
    view.set(article && roomView(state, article, visit.get(), m.parts, view.get()));
  };
  const follow = () => {
    const { connection, confirmed } = room.get();
    const head = confirmed.everyone.state.position;
    // What was kept may be older than the last visit; how far the log has come, the server says.
    if (connection === 'live' && head > 0) {
      const now = new Date();
      visit.update((was) => {
        if (!was) return beginVisit(keptVisit(mine), head, now);
        return was.head < head ? onward(was, head, now) : was;
      });
    }
    derive();
  };
  const stops = [
    room.subscribe(follow),
    keepOpenRoom(seminar, room, members.store),
    visit.subscribe(() => {
      keep(`visit.${mine}`, visit.get());
      derive();
    }),
  ];
  // The visit lasts as long as somebody looks at it.
  const leaving = () => visit.update((was) => was && onward(was, was.head, new Date()));
  addEventListener('pagehide', leaving);
  if (kept) client.begin(logsOf(kept), kept.limits);
  client.open();
  return {
    ...{ seminar, client, room, members: members.store, visit, view },
    drafts: new Drafts(mine),
    ui: createStore(initialUi),
    show(article) {
      chosen = article;
      derive();
    },
    close() {
      leaving();
      removeEventListener('pagehide', leaving);
      for (const stop of stops) stop();
      members.stop();
      client.close();
    },
  };
}

const logsOf = ({ everyone, smaller }: KeptRoom): Logs => ({
  everyone: fromSnapshot(everyone),
  smaller: new Map(smaller.map(([audience, snapshot]) => [audience, fromSnapshot(snapshot)])),
});

/** What this app kept itself; a shape from another day begins a first visit. */
function keptVisit(mine: string): Visit | undefined {
  const kept = recall(`visit.${mine}`) as Partial<Visit> | undefined;
  return typeof kept?.base === 'number' && typeof kept.head === 'number' && kept.read ? (kept as Visit) : undefined;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session of the room this component stands in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This component belongs into a reading room');
  return session;
}

export const useRoom = <S>(select: (room: RoomSnapshot) => S, equal?: (a: S, b: S) => boolean): S =>
  useStore(useSession().room, select, equal);
export const useUi = <S>(select: (ui: UiState) => S, equal?: (a: S, b: S) => boolean): S =>
  useStore(useSession().ui, select, equal);
export const useView = <S>(select: (view: RoomView | undefined) => S, equal?: (a: S, b: S) => boolean): S =>
  useStore(useSession().view, select, equal);
