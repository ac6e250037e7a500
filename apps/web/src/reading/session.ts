/** One visit to a seminar's room: the client, what is kept of it in the browser, and what the screen derives from both. */
import { createContext, useContext } from 'react';
import {
  type ArticleId,
  type Audience,
  EVERYONE,
  fromSnapshot,
  type MemberId,
  type Role,
  type SeminarId,
} from '#seminar';
import { getReadMarks, sendReadMarks } from '../api/api.ts';
import { annotationId } from '../ids.ts';
import { Drafts } from '../kept/drafts.ts';
import { MarksKeeper } from '../kept/marks-keeper.ts';
import { m } from '../messages/messages.ts';
import { keepOpenRoom } from '../offline/keep-open-room.ts';
import type { KeptRoom } from '../offline/kept-rooms.ts';
import { Outbox } from '../room/outbox.ts';
import { annotationIn, type Logs } from '../room/overlay.ts';
import { RoomClient } from '../room/room-client.ts';
import { rules } from '../room/rules.ts';
import type { RoomSnapshot } from '../room/snapshot.ts';
import { socketPort } from '../room/socket-port.ts';
import { onQuery, query } from '../routing/query.ts';
import { createStore, onChange, type Store } from '../store/store.ts';
import { useStore } from '../store/use-store.ts';
import { concernsOf } from '../views/concerns.ts';
import { filterFrom } from '../views/filter.ts';
import { NotificationsKeeper } from './bell/notifications.ts';
import { followMembers, type Members } from './live/members.ts';
import { asItStood, PastView } from './replay/past.ts';
import { firstArticle, type RoomView, roomView } from './room-view.ts';
import { initialUi, type UiState } from './ui-state.ts';

export interface Session {
  seminar: SeminarId;
  client: RoomClient;
  /** What is shown of the room: now, or as it stood. */
  room: Store<RoomSnapshot>;
  past: PastView;
  members: Store<Members>;
  drafts: Drafts;
  /** What I have read, over all my devices. */
  marks: MarksKeeper;
  /** What concerns me, here and in my other seminars. */
  notifications: NotificationsKeeper;
  ui: Store<UiState>;
  view: Store<RoomView | undefined>;
  /** Shows another article of the seminar; `undefined` the first. */
  show(article: ArticleId | undefined): void;
  close(): void;
}

/** @param kept the room as this person left it, where the browser has kept it */
export function openSession(seminar: SeminarId, you: { member: MemberId; role: Role }, kept?: KeptRoom): Session {
  const mine = `${seminar}.${you.member}`;
  const port = socketPort((told) => marks.hear(told.marks));
  const client = new RoomClient({ seminar, you, port, outbox: new Outbox(mine), rules });
  const past = new PastView(seminar, () => client.store.get().confirmed.smaller);
  const room = createStore(client.store.get());
  const look = () => room.set(asItStood(client.store.get(), past.store.get()));
  look();
  const members = followMembers(seminar, client.store, kept?.members);
  const marks = new MarksKeeper(
    mine,
    { fetch: () => getReadMarks(seminar), send: (known) => sendReadMarks(seminar, known) },
    (subject) => audienceOf(client.store.get(), subject),
  );
  const notifications = new NotificationsKeeper(seminar, marks);
  let concerns = '';
  const view = createStore<RoomView | undefined>(undefined);
  const ui = createStore(initialUi);
  const filter = () => filterFrom(query());
  let chosen: ArticleId | undefined;

  const derive = () => {
    const state = room.get();
    const article = chosen ?? firstArticle(state);
    view.set(
      article &&
        roomView(state, article, marks.store.get(), m.parts, { filter: filter(), open: ui.get().open }, view.get()),
    );
  };
  const follow = () => {
    const { arrived, confirmed } = client.store.get();
    const head = confirmed.everyone.state.position;
    if (arrived && head > 0) {
      const smaller = [...confirmed.smaller].map(([audience, { state }]) => [audience, state.position]);
      marks.reached({ ...Object.fromEntries(smaller), [EVERYONE]: head });
    }
    derive();
  };
  const listen = () => {
    const { arrived, confirmed } = client.store.get();
    const all = [
      concernsOf(confirmed.everyone, you.member),
      ...[...confirmed.smaller].map(([audience, log]) => concernsOf(log, you.member, audience)),
    ];
    const now = arrived ? all.join('; ') : concerns;
    if (now !== concerns) notifications.ask();
    concerns = now;
  };
  const ask = () => notifications.ask();
  addEventListener('focus', ask);
  const stops = [
    onChange(client.store, ({ confirmed }) => confirmed, listen),
    onChange(
      client.store,
      ({ confirmed }) => [...confirmed.smaller.keys()].join(),
      () => past.lookAgain(),
    ),
    () => removeEventListener('focus', ask),
    () => notifications.close(),
    client.store.subscribe(look),
    past.store.subscribe(look),
    room.subscribe(follow),
    marks.store.subscribe(derive),
    onQuery(derive),
    onChange(ui, ({ open }) => open, derive),
    stayInStep(marks, client.store),
    keepOpenRoom(seminar, client.store, members.store),
  ];
  if (kept) client.begin(logsOf(kept), kept.limits);
  client.open();
  return {
    ...{ seminar, client, room, past, members: members.store, marks, notifications, view },
    drafts: new Drafts(mine),
    ui,
    show(article) {
      chosen = article;
      derive();
    },
    close() {
      marks.leave();
      for (const stop of stops) stop();
      past.close();
      members.stop();
      client.close();
    },
  };
}

/** The log that a thread is in; readings and articles are everybody's. */
function audienceOf({ confirmed }: RoomSnapshot, subject: string): Audience | undefined {
  const id = annotationId(subject);
  return id ? annotationIn(confirmed, id)?.audience : EVERYONE;
}

/** Meets with the other devices at the start, when the connection is back, and when somebody looks here again. */
function stayInStep(marks: MarksKeeper, room: Store<RoomSnapshot>): () => void {
  let connection = room.get().connection;
  const stop = room.subscribe(() => {
    const was = connection;
    connection = room.get().connection;
    if (connection === 'live' && was === 'reconnecting') void marks.meet();
  });
  const look = () => (document.hidden ? marks.leave() : void marks.meet());
  const hear = ({ key }: StorageEvent) => marks.heardOf(key);
  const leave = () => marks.leave();
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
  addEventListener('storage', hear);
  addEventListener('pagehide', leave);
  void marks.meet();
  return () => {
    stop();
    document.removeEventListener('visibilitychange', look);
    removeEventListener('focus', look);
    removeEventListener('storage', hear);
    removeEventListener('pagehide', leave);
  };
}

const logsOf = ({ everyone, smaller }: KeptRoom): Logs => ({
  everyone: fromSnapshot(everyone),
  smaller: new Map(smaller.map(([audience, snapshot]) => [audience, fromSnapshot(snapshot)])),
});

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
