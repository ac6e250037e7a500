import { m } from '../messages/messages.ts';
import { Popover } from '../ui/radix.tsx';
import { TextSettings } from './late.ts';

/** What is set about the text, behind one button. */
export function TextSettingsMenu() {
  return (
    <Popover.Root>
      <Popover.Trigger className="tool" aria-label={m.top.text} title={m.top.text}>
        Aa
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover settings"
          aria-label={m.top.text}
          align="end"
          sideOffset={6}
          collisionPadding={12}
        >
          <TextSettings />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
