import { applied, type Edit, type Field } from '../../views/markdown-edit.ts';

export const fieldOf = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Field => ({
  text: value,
  start: selectionStart,
  end: selectionEnd,
});

/** Types an edit into a field, so that the browser can undo it. */
export function applyEdit(field: HTMLTextAreaElement, edit: Edit, onChange: (value: string) => void): void {
  const { from, to, insert, select } = edit;
  const next = applied(field.value, edit);
  field.focus({ preventScroll: true });
  field.setSelectionRange(from, to);
  // Deprecated, and still the only way that keeps what can be undone; where it does nothing the value is set.
  const typed = insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert);
  if (!typed || field.value !== next) {
    field.value = next;
    onChange(next);
  }
  field.setSelectionRange(...select);
}
