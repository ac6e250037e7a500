/** What is open, pointed at and focused in the room: nobody else's business, and gone when the page is. */
import type { BlockId } from '#article';
import type { AnnotationId } from '#seminar';
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
  /** Deleted a moment ago, and not sent yet: it can still be undone. */
  leaving: ReadonlySet<AnnotationId>;
  /** The discussion stands under the article, for the printer. */
  printing: boolean;
  dialog: 'keys' | 'palette' | 'share' | 'readings' | 'groups' | undefined;
}

export const initialUi: UiState = {
  open: undefined,
  writing: undefined,
  replyingTo: undefined,
  editing: undefined,
  near: undefined,
  stack: undefined,
  outlineOpen: false,
  section: undefined,
  notice: undefined,
  leaving: new Set(),
  printing: false,
  dialog: undefined,
};
