import { Command as Kit } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import { m } from '../../messages/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useSession } from '../session.ts';
import { type Command, commandsOf } from './commands.ts';

/** All commands under one field: what is typed narrows them, arrows choose, Enter does it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const session = useSession();
  // As the room is when it opens: what one was about to choose does not move.
  const [groups] = useState(() => commandsOf(session));
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const choose = (command: Command) => {
    // Closed by itself the dialog gives the focus back; taken off the page it would not.
    input.current?.closest('dialog')?.close();
    // The focus is back in the text by then, so that a comment is on the paragraph one was at.
    setTimeout(() => command.run());
  };
  return (
    <Dialog title={m.palette.title} onClose={onClose}>
      <Kit label={m.palette.title} className="palette" loop>
        <Kit.Input ref={input} className="input" placeholder={m.palette.hint} />
        <Kit.List className="palette-list" label={m.palette.title}>
          <Kit.Empty className="palette-none">{m.palette.none}</Kit.Empty>
          {groups.map(({ title, commands }) => (
            <Kit.Group key={title} heading={title}>
              {commands.map((command) => (
                <Kit.Item
                  key={command.id}
                  value={command.id}
                  keywords={[command.label]}
                  onSelect={() => choose(command)}
                >
                  {command.label}
                  {command.key && <kbd>{command.key}</kbd>}
                </Kit.Item>
              ))}
            </Kit.Group>
          ))}
        </Kit.List>
      </Kit>
    </Dialog>
  );
}
