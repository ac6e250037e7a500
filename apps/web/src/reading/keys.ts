/** The keys of the room, as they are shown; `use-shortcuts.ts` says what each does. */
import type { Messages } from '../messages/messages.ts';

export const KEY_LIST: readonly { keys: readonly string[]; does: keyof Messages['keys']['does'] }[] = [
  { keys: ['j', 'k'], does: 'paragraphs' },
  { keys: ['n', 'p'], does: 'threads' },
  { keys: ['a'], does: 'comment' },
  { keys: ['q'], does: 'question' },
  { keys: ['h'], does: 'highlight' },
  { keys: ['r'], does: 'reply' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['Ctrl Enter'], does: 'post' },
  { keys: ['Esc'], does: 'close' },
  { keys: ['/'], does: 'search' },
  { keys: ['l'], does: 'list' },
  { keys: ['Ctrl Z'], does: 'undo' },
  { keys: ['Ctrl K'], does: 'palette' },
  { keys: ['?'], does: 'help' },
];
