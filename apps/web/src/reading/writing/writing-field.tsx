import { type KeyboardEvent, type ReactNode, use, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Audience } from '#seminar';
import { m } from '../../messages/messages.ts';
import { LeftContext } from '../../ui/after-text.tsx';
import { Prose } from '../../ui/prose.tsx';
import { fitting, nameAsked } from '../../views/completion.ts';
import { type Edit, type Field, paragraph } from '../../views/markdown-edit.ts';
import { toStored } from '../../views/mentions.ts';
import { useRoom } from '../session.ts';
import { applyEdit, fieldOf } from './apply-edit.ts';
import { CompletionList, useCompletion } from './completion-list.tsx';
import { PictureForm } from './picture-form.tsx';
import { picturesIn } from './pictures.ts';
import { FIELD_KEYS, Toolbar } from './toolbar.tsx';
import { useHandles, useNamesToMention } from './use-names-to-mention.ts';

export interface WritingFieldProps {
  value: string;
  label: string;
  submitLabel: string;
  /** Who will read it, and so may be named in it. */
  audience: Audience;
  /** The passage it is about, to be quoted. */
  quote?: string | undefined;
  /** May it be sent without a word? */
  allowEmpty?: boolean;
  autoFocus?: boolean;
  onChange: (value: string) => void;
  onSubmit: () => void;
  onCancel: () => void;
  /** What stands between the hint and the button. */
  children?: ReactNode;
}

/** Where one writes: grows with the words, posts with Ctrl Enter, closes with Esc; the words are kept elsewhere. */
export function WritingField({ value, label, submitLabel, audience, quote, autoFocus, ...rest }: WritingFieldProps) {
  const { allowEmpty = false, onChange, onSubmit, onCancel, children } = rest;
  const limit = useRoom((room) => room.limits.bodyCharacters);
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [previewing, setPreviewing] = useState(false);
  const [picture, setPicture] = useState<File>();
  const [caret, setCaret] = useState(0);
  const names = useNamesToMention(audience);
  const handles = useHandles();
  const left = use(LeftContext);
  const over = toStored(value, handles).trim().length - limit;
  const ready = over <= 0 && (allowEmpty || value.trim() !== '');

  const edit = (make: (field: Field) => Edit) => {
    if (field.current) applyEdit(field.current, make(fieldOf(field.current)), onChange);
  };
  const asked = nameAsked(value, caret);
  const choose = (name: string) => {
    if (!asked) return;
    const at = asked.at + name.length + 2;
    edit(() => ({ from: asked.at, to: caret, insert: `@${name} `, select: [at, at] }));
    setCaret(at);
  };
  const isWhole = asked !== undefined && names.includes(asked.query.trim());
  const completion = useCompletion(
    useId(),
    asked && !isWhole ? `${asked.at} ${asked.query}` : undefined,
    asked ? fitting(asked.query, names) : [],
    choose,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: grows with what is written
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [value, previewing]);

  useEffect(() => {
    const element = field.current;
    if (!autoFocus || !element) return;
    if (left?.current) {
      left.current = false;
      return;
    }
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [autoFocus, left]);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (completion.press(event)) return;
    const withCtrl = event.ctrlKey || event.metaKey;
    const make = withCtrl && !event.shiftKey && !event.altKey ? FIELD_KEYS[event.key.toLowerCase()] : undefined;
    if (make) {
      event.preventDefault();
      edit(make);
    } else if (event.key === 'Enter' && withCtrl) {
      event.preventDefault();
      if (ready) onSubmit();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      onCancel();
    }
  };
  const take = (files: readonly File[], event: { preventDefault(): void }) => {
    const [first] = files;
    if (!first) return;
    event.preventDefault();
    setPicture(first);
  };
  return (
    <div className="write">
      <Toolbar
        quote={quote}
        previewing={previewing}
        edit={edit}
        onPicture={() => chooser.current?.click()}
        onPreview={() => setPreviewing((was) => !was)}
      />
      {previewing ? (
        <div className="write-preview">
          {value.trim() === '' ? (
            <p className="hint">{m.composer.nothing}</p>
          ) : (
            <Prose source={toStored(value, handles)} />
          )}
        </div>
      ) : (
        <textarea
          ref={field}
          rows={1}
          value={value}
          placeholder={label}
          aria-label={label}
          aria-autocomplete="list"
          {...completion.aria}
          onChange={(event) => {
            setCaret(event.target.selectionStart);
            onChange(event.target.value);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={press}
          onPaste={(event) => take(picturesIn(event.clipboardData), event)}
          onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
          onDrop={(event) => take(picturesIn(event.dataTransfer), event)}
        />
      )}
      <CompletionList completion={completion} label={m.composer.people} />
      {picture && (
        <PictureForm
          key={`${picture.name} ${picture.lastModified}`}
          picture={picture}
          onInsert={(markdown) => {
            setPicture(undefined);
            edit((it) => paragraph(it, markdown));
          }}
          onCancel={() => {
            setPicture(undefined);
            field.current?.focus({ preventScroll: true });
          }}
        />
      )}
      <input
        ref={chooser}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        hidden
        aria-label={m.composer.tools.picture}
        onChange={(event) => {
          take([...(event.target.files ?? [])], event);
          event.target.value = '';
        }}
      />
      <div className="write-foot">
        {over > 0 && <span className="over">{m.composer.tooLong(over)}</span>}
        <span className="space" />
        {children}
        <button type="button" className="button primary small" disabled={!ready} onClick={onSubmit}>
          {submitLabel}
        </button>
      </div>
    </div>
  );
}
