/** What the command palette offers: everything that can be done in the room, each also by its key where it has one. */
import { mayInvite, mayLead, sessionUnderWay } from '#seminar';
import { THEMES, textSettings } from '../../kept/text-settings.ts';
import { m } from '../../messages/messages.ts';
import { navigate } from '../../routing/location.ts';
import { pathOf } from '../../routing/route.ts';
import { allowedInOpen, undoLast } from '../actions.ts';
import { openList } from '../filter/open-list.ts';
import { beginPoll, callAttention, toggleHour } from '../live/live-actions.ts';
import { print } from '../print/print.ts';
import { showPart } from '../scroll-to.ts';
import type { Session } from '../session.ts';
import { KEYS } from '../use-shortcuts.ts';

export interface Command {
  id: string;
  label: string;
  /** The key that does the same. */
  key?: string | undefined;
  run(): void;
}

export interface CommandGroup {
  title: string;
  commands: readonly Command[];
}

export function commandsOf(session: Session): readonly CommandGroup[] {
  const { ui } = session;
  const room = session.room.get();
  const byKey = (key: string, label: string): Command => ({ id: key, label, key, run: () => KEYS[key]?.(session) });
  const dialog = (id: 'share' | 'readings' | 'groups', label: string): Command => ({
    ...{ id, label },
    run: () => ui.update((was) => ({ ...was, dialog: id })),
  });
  const does = m.palette.does;
  return [
    {
      title: m.palette.write,
      commands: [
        byKey('a', m.motivation.commenting),
        byKey('q', m.motivation.questioning),
        byKey('h', m.motivation.highlighting),
        byKey('r', m.thread.reply),
        ...(ui.get().undo ? [{ id: 'undo', label: m.toast.undo, key: 'Ctrl Z', run: () => undoLast(session) }] : []),
      ],
    },
    {
      title: m.palette.go,
      commands: [
        byKey('n', m.thread.next),
        byKey('p', m.thread.previous),
        byKey('j', does.nextParagraph),
        byKey('k', does.previousParagraph),
        byKey('/', m.search.title),
        byKey('l', m.threads.title),
        { id: 'unread', label: m.filter.unread, run: () => openList({ unread: '' }) },
        { id: 'read all', label: m.since.readAll, run: () => session.marks.readAll() },
        ...replays(session),
        ...(session.view.get()?.outline ?? []).map(({ id, title }) => ({
          ...{ id: `section ${id}`, label: title },
          run: () => showPart(id),
        })),
        { id: 'desk', label: m.top.desk, run: () => navigate(pathOf({ screen: 'desk' })) },
        { id: 'mail', label: m.mail.title, run: () => navigate(pathOf({ screen: 'mail', stop: false })) },
      ],
    },
    {
      title: m.palette.room,
      commands: [
        ...(mayInvite(room.you.role) ? [dialog('share', m.share.title)] : []),
        ...(allowedInOpen(room, 'reading.assign') ? [dialog('readings', m.reading.title)] : []),
        dialog('groups', m.groups.title),
        byKey('?', m.keys.title),
        { id: 'print', label: m.print.article, run: () => print(session, false) },
        { id: 'print discussion', label: m.print.discussion, run: () => print(session, true) },
      ],
    },
    ...(mayLead(room.you.role) ? [{ title: m.live.menu, commands: liveCommands(session) }] : []),
    {
      title: m.settings.theme,
      commands: THEMES.map((theme) => ({
        id: `theme ${theme}`,
        label: `${m.settings.theme}: ${m.settings.themes[theme]}`,
        run: () => textSettings.update((was) => ({ ...was, theme })),
      })),
    },
  ];
}

/** What an instructor does in a live hour. */
function liveCommands(session: Session): readonly Command[] {
  const { ui } = session;
  const held = sessionUnderWay(session.room.get().shown.everyone.state.live) !== undefined;
  return [
    { id: 'live hour', label: held ? m.live.end : m.live.start, run: () => toggleHour(session) },
    {
      ...{ id: 'lead', label: ui.get().leading ? m.live.stopLeading : m.live.lead },
      run: () => ui.update((was) => ({ ...was, leading: !was.leading })),
    },
    { id: 'look here', label: m.live.call, run: () => callAttention(session) },
    { id: 'poll', label: m.live.poll, run: () => beginPoll(session) },
    { id: 'hours', label: m.live.past, run: () => ui.update((was) => ({ ...was, dialog: 'hours' })) },
  ];
}

/** Looking back, where anything was said; and back to now. */
function replays({ client, past }: Session): readonly Command[] {
  if (past.store.get()) return [{ id: 'now', label: m.replay.now, run: () => past.go(undefined) }];
  const words = client.store.get().confirmed.everyone.contents.words;
  const first = words.minBy(({ position }) => position)?.position;
  return first === undefined ? [] : [{ id: 'replay', label: m.replay.start, run: () => past.go(first) }];
}
