import { EVERYONE } from '#seminar';
import { m } from '../../messages/messages.ts';
import { MoreIcon } from '../../ui/icons.tsx';
import { DropdownMenu } from '../../ui/radix.tsx';
import type { SummaryView } from '../../views/summaries.ts';
import { send } from '../actions.ts';
import { useSession } from '../session.ts';

interface SummaryMenuProps {
  summary: SummaryView;
  onEdit(): void;
  onEarlier(): void;
}

/** What an instructor can do with a summary. */
export function SummaryMenu({ summary, onEdit, onEarlier }: SummaryMenuProps) {
  const session = useSession();
  const { pinned, hidden, newest, earlier } = summary;
  const data = { article: newest.article, section: newest.section };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="icon-button" aria-label={m.summary.more}>
        <MoreIcon />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={2} collisionPadding={12}>
          <DropdownMenu.Item onSelect={onEdit}>{m.summary.edit}</DropdownMenu.Item>
          <DropdownMenu.Item
            onSelect={() => send(session, EVERYONE, { type: pinned ? 'summary.unpin' : 'summary.pin', data })}
          >
            {pinned ? m.summary.unpin : m.summary.pin}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            onSelect={() => send(session, EVERYONE, { type: hidden ? 'summary.show' : 'summary.hide', data })}
          >
            {hidden ? m.summary.show : m.summary.hide}
          </DropdownMenu.Item>
          {earlier.length > 0 && (
            <DropdownMenu.Item onSelect={onEarlier}>{m.summary.earlier(earlier.length)}</DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
