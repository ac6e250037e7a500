import { useState } from 'react';
import { type AnnotationState, type Audience, REACTIONS, type Reaction } from '#seminar';
import { m } from '../../messages/messages.ts';
import { Popover } from '../../ui/radix.tsx';
import { SmileIcon } from '../../ui/tool-icons.tsx';
import { allowed, toggleReaction } from '../actions.ts';
import { useNames } from '../live/people.ts';
import { useRoom, useSession } from '../session.ts';

/** Who agrees, who thanks; one's own can be given and taken back. */
export function Reactions({ annotation, audience }: { annotation: AnnotationState; audience: Audience }) {
  const session = useSession();
  const nameOf = useNames();
  const [choosing, setChoosing] = useState(false);
  const me = useRoom((room) => room.you.member);
  const mayReact = useRoom((room) => allowed(room, 'reaction.add', audience));
  const given = REACTIONS.flatMap((reaction) => {
    const members = annotation.reactions.get(reaction);
    return members && members.size > 0 ? [{ reaction, members, mine: members.has(me) }] : [];
  });
  const toggle = (reaction: Reaction, mine: boolean) => toggleReaction(session, annotation.id, reaction, mine);
  return (
    <>
      {given.map(({ reaction, members, mine }) => (
        <button
          key={reaction}
          type="button"
          className="reaction"
          aria-pressed={mine}
          disabled={!mayReact}
          title={m.list(members.toArray().map(nameOf))}
          onClick={() => toggle(reaction, mine)}
        >
          {m.reactions[reaction]} {members.size}
        </button>
      ))}
      {mayReact && (
        <Popover.Root open={choosing} onOpenChange={setChoosing}>
          <Popover.Trigger className="text-button react-button" aria-label={m.react} title={m.react}>
            <SmileIcon />
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              aria-label={m.react}
              className="popover reaction-choice"
              side="top"
              sideOffset={4}
              collisionPadding={12}
            >
              {REACTIONS.map((reaction) => {
                const mine = annotation.reactions.get(reaction)?.has(me) ?? false;
                return (
                  <button
                    key={reaction}
                    type="button"
                    className="reaction"
                    aria-pressed={mine}
                    onClick={() => {
                      toggle(reaction, mine);
                      setChoosing(false);
                    }}
                  >
                    {m.reactions[reaction]}
                  </button>
                );
              })}
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      )}
    </>
  );
}
