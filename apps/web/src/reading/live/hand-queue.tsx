import { mayLead, sessionUnderWay } from '#seminar';
import { m } from '../../messages/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { Popover } from '../../ui/radix.tsx';
import { HandIcon } from '../../ui/tool-icons.tsx';
import { type RaisedHand, raisedHands } from '../../views/live-hour.ts';
import { send } from '../actions.ts';
import { useRoom, useSession } from '../session.ts';
import { useNames } from './people.ts';

const same = (a: readonly RaisedHand[], b: readonly RaisedHand[]): boolean =>
  a.length === b.length && a.every(({ member, at }, n) => member === b[n]?.member && at === b[n]?.at);

/** To instructors: who would like to say something, in the order in which they raised their hands. */
export function HandQueue() {
  const session = useSession();
  const nameOf = useNames();
  const hands = useRoom(({ shown, you, here }) => {
    if (!mayLead(you.role)) return [];
    const present = new Set(here.map(({ member }) => member));
    return raisedHands(shown.smaller, sessionUnderWay(shown.everyone.state.live)).filter(({ member }) =>
      present.has(member),
    );
  }, same);
  const [first] = hands;
  if (!first) return null;
  const lower = ({ audience }: RaisedHand) => send(session, audience, { type: 'hand.lower', data: {} });
  return (
    <Popover.Root>
      <Popover.Trigger className="live-chip live-hand raised" aria-label={m.live.hands(hands.length)}>
        <HandIcon />
        {hands.length === 1 ? nameOf(first.member) : hands.length}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover hands" sideOffset={6} collisionPadding={12}>
          <ol>
            {hands.map((hand) => (
              <li key={hand.member}>
                <span>{nameOf(hand.member)}</span>
                <small>
                  <Moment at={hand.at} />
                </small>
                <button
                  type="button"
                  className="text-button"
                  aria-label={m.live.lowerHandOf(nameOf(hand.member))}
                  onClick={() => lower(hand)}
                >
                  {m.live.lowerHand}
                </button>
              </li>
            ))}
          </ol>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
