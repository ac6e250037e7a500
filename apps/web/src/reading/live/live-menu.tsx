import { EVERYONE, mayLead, sessionUnderWay } from '#seminar';
import { m } from '../../messages/messages.ts';
import { DropdownMenu } from '../../ui/radix.tsx';
import { BroadcastIcon } from '../../ui/tool-icons.tsx';
import { send } from '../actions.ts';
import { useRoom, useSession, useUi } from '../session.ts';
import { beginPoll, callAttention, setTimer, toggleHour } from './live-actions.ts';

const MINUTES = [1, 3, 5, 10];

/** Everything for a live hour; to those who don't teach, the hours that were held. */
export function LiveMenu() {
  const session = useSession();
  const leads = useRoom((room) => mayLead(room.you.role));
  const live = useRoom(({ shown }) => shown.everyone.state.live);
  const leading = useUi((ui) => ui.leading);
  const held = sessionUnderWay(live) !== undefined;
  const anyPast = live.sessions.some(({ to }) => to !== undefined);
  if (!leads && !anyPast) return null;
  const showHours = () => session.ui.update((was) => ({ ...was, dialog: 'hours' }));
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="tool" aria-label={m.live.menu} title={m.live.menu}>
        <BroadcastIcon />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={12}>
          {leads && (
            <>
              <DropdownMenu.Item onSelect={() => toggleHour(session)}>
                {held ? m.live.end : m.live.start}
              </DropdownMenu.Item>
              <DropdownMenu.Item onSelect={() => session.ui.update((was) => ({ ...was, leading: !was.leading }))}>
                {leading ? m.live.stopLeading : m.live.lead}
              </DropdownMenu.Item>
              <DropdownMenu.Item onSelect={() => callAttention(session)}>{m.live.call}</DropdownMenu.Item>
              <DropdownMenu.Item onSelect={() => beginPoll(session)}>{m.live.poll}</DropdownMenu.Item>
              <DropdownMenu.Separator />
              <DropdownMenu.Label className="label">{m.live.clock}</DropdownMenu.Label>
              <DropdownMenu.Group className="menu-row">
                {MINUTES.map((minutes) => (
                  <DropdownMenu.Item
                    key={minutes}
                    aria-label={m.live.minutes(minutes)}
                    onSelect={() => setTimer(session, minutes)}
                  >
                    {minutes}′
                  </DropdownMenu.Item>
                ))}
                {live.timer && (
                  <DropdownMenu.Item onSelect={() => send(session, EVERYONE, { type: 'timer.stop', data: {} })}>
                    {m.live.stopClock}
                  </DropdownMenu.Item>
                )}
              </DropdownMenu.Group>
            </>
          )}
          {leads && anyPast && <DropdownMenu.Separator />}
          {anyPast && <DropdownMenu.Item onSelect={showHours}>{m.live.past}</DropdownMenu.Item>}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
