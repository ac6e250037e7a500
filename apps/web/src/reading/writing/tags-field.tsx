import { useId } from 'react';
import { m } from '../../messages/messages.ts';
import { fitting } from '../../views/completion.ts';
import { tagsOf } from '../../views/tags.ts';
import { useRoom } from '../session.ts';
import { CompletionList, useCompletion } from './completion-list.tsx';

const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** Tags, separated by commas; those that others used are offered. */
export function TagsField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  const used = useRoom(({ shown }) => tagsOf(shown.everyone.state), same);
  const parts = value.split(',');
  const typed = (parts.at(-1) ?? '').trim();
  const taken = new Set(parts.slice(0, -1).map((tag) => tag.trim()));
  const options =
    typed === ''
      ? []
      : fitting(
          typed,
          used.filter((tag) => !taken.has(tag) && tag !== typed),
        );
  const choose = (tag: string) => onChange([...parts.slice(0, -1).map((part) => part.trim()), tag, ''].join(', '));
  const completion = useCompletion(id, typed === '' ? undefined : value, options, choose);
  return (
    <div className="tags-field">
      <input
        value={value}
        placeholder={m.composer.tags}
        aria-label={m.composer.tags}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={completion.open}
        {...completion.aria}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={completion.press}
      />
      <CompletionList completion={completion} label={m.composer.tagsKnown} />
    </div>
  );
}
