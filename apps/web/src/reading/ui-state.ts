/** What is open, pointed at and focused in the room: nobody else's business, and gone when the page is. */
import type { BlockId } from '#article';
import type { AnnotationId, MemberId, PassageTarget, PollId } from '#seminar';
import type { DraftPlace } from '../kept/drafts.ts';

export interface Notice {
  id: number;
  text: string;
  action?: { label: string; run: () => void } | undefined;
}

export interface UiState {
  /** The thread that is open. */
  open: AnnotationId | undefined;
  /** The draft of a new annotation that is open instead. */
  writing: DraftPlace | undefined;
  /** The poll that is open instead. */
  poll: PollId | undefined;
  /** The passage that a poll is being written on. */
  pollOn: PassageTarget | undefined;
  /** I lead the others through the text. */
  leading: boolean;
  /** The instructor whom I follow through the text. */
  following: MemberId | undefined;
  /** The remark in the open thread that is being answered; the thread itself where none is named. */
  replyingTo: AnnotationId | undefined;
  /** The remark that is being edited. */
  editing: AnnotationId | undefined;
  /** The thread whose card or passage is pointed at. */
  near: AnnotationId | undefined;
  /** The stack in the margin that is unfolded. */
  stack: string | undefined;
  outlineOpen: boolean;
  /** The section in view. */
  section: BlockId | undefined;
  notice: Notice | undefined;
  /** Takes back what was done last, where that can be taken back. */
  undo: (() => void) | undefined;
  /** The discussion stands under the article, for the printer. */
  printing: boolean;
  dialog: 'keys' | 'palette' | 'share' | 'readings' | 'groups' | 'hours' | 'poll' | 'search' | undefined;
  /** What stands in the search, or stood there last. */
  searched: string;
  /** What was typed between the key that opens the search and its being there. */
  typedAhead: string;
}

export const initialUi: UiState = {
  open: undefined,
  writing: undefined,
  poll: undefined,
  pollOn: undefined,
  leading: false,
  following: undefined,
  replyingTo: undefined,
  editing: undefined,
  near: undefined,
  stack: undefined,
  outlineOpen: false,
  section: undefined,
  notice: undefined,
  undo: undefined,
  printing: false,
  dialog: undefined,
  searched: '',
  typedAhead: '',
};
