import { useMemo, useState } from 'react';
import type { Notification } from '#protocol';
import { asideWith } from '#seminar';
import { annotationId } from '../../ids.ts';
import { locale, m } from '../../messages/messages.ts';
import { navigate } from '../../routing/location.ts';
import { pathOf } from '../../routing/route.ts';
import { useStore } from '../../store/use-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Popover } from '../../ui/radix.tsx';
import { BellIcon } from '../../ui/tool-icons.tsx';
import { excerptOf } from '../../views/excerpt.ts';
import { ago } from '../../views/when.ts';
import { goTo } from '../go-to.ts';
import { type Session, useSession } from '../session.ts';
import { withMarks } from './notifications.ts';

/** What concerns me, here and in my other seminars: how much of it is unread, and the way to each. */
export function Bell() {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const all = useStore(session.notifications.store, (it) => it);
  const marks = useStore(session.marks.store, (it) => it);
  const shown = useMemo(() => withMarks(all, session.seminar, marks), [all, session.seminar, marks]);
  const unread = shown.filter((it) => it.unread);
  const change = (next: boolean) => {
    if (next) session.notifications.ask();
    setOpen(next);
  };
  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger className="tool bell" aria-label={m.bell.label(unread.length)} title={m.bell.title}>
        <BellIcon />
        {unread.length > 0 && (
          <span className="bell-count" aria-hidden="true">
            {unread.length > 99 ? '99+' : unread.length}
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover bell-list" align="end" sideOffset={6} collisionPadding={10}>
          <header className="bell-head">
            <h2>{m.bell.title}</h2>
            {unread.length > 0 && (
              <button
                type="button"
                className="text-button"
                onClick={() => session.notifications.read(all.filter((_, n) => shown[n]?.unread))}
              >
                {m.bell.readAll}
              </button>
            )}
          </header>
          {shown.length === 0 && <p className="list-empty">{m.bell.none}</p>}
          <ul>
            {shown.map((it, n) => (
              <Entry
                key={`${it.seminar} ${it.kind} ${it.position}`}
                notification={it}
                onGo={() => {
                  setOpen(false);
                  const original = all[n];
                  if (original) follow(session, original);
                }}
              />
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Entry({ notification, onGo }: { notification: Notification; onGo: () => void }) {
  const { kind, by, byName, at, excerpt, unread, seminar } = notification;
  const { seminar: here } = useSession();
  const name = byName || m.someone;
  return (
    <li>
      <button type="button" className={unread ? 'bell-entry unread' : 'bell-entry'} onClick={onGo}>
        <Avatar member={by} name={name} size="s" />
        <span className="bell-words">
          <span>
            <b>{m.bell.kinds[isToInstructors(notification) ? 'toInstructors' : kind](name)}</b>
            {unread && <span className="unseen">, {m.bell.unread}</span>}
          </span>
          <span className="bell-excerpt">{excerptOf(excerpt, 110)}</span>
          <span className="bell-when">
            {ago(at, new Date(), locale())}
            {seminar !== here && `, ${m.bell.elsewhere}`}
          </span>
        </span>
      </button>
    </li>
  );
}

const isToInstructors = ({ kind, audience, by }: Notification): boolean =>
  kind === 'aside' && audience === asideWith(by);

/** Leads to what it is about, which is read by that. */
function follow(session: Session, notification: Notification): void {
  const { seminar, article, annotation, subject } = notification;
  session.notifications.read([notification]);
  session.past.go(undefined);
  if (seminar === session.seminar) {
    const thread = annotationId(subject);
    void goTo(session, { article, said: thread && annotation ? { annotation, thread } : null });
    return;
  }
  navigate(pathOf({ screen: 'room', seminar, article }));
  if (annotation) location.hash = `annotation-${annotation}`;
}
