import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SearchHit } from '#protocol';
import { m } from '../../messages/messages.ts';
import { CloseIcon, SearchIcon } from '../../ui/icons.tsx';
import { ToggleGroup } from '../../ui/radix.tsx';
import { goTo } from '../go-to.ts';
import { useSession, useUi } from '../session.ts';
import { HitView } from './hit-view.tsx';
import { useSearch, type Where, wordsFound } from './use-search.ts';

const PLACES: readonly Where[] = ['all', 'text', 'discussion'];

/** Searching: a sheet over the text, worked with the keys; what was typed is there again when it is opened again. */
export function SearchPanel() {
  const session = useSession();
  const { ui } = session;
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const typed = useUi((it) => it.searched);
  const [where, setWhere] = useState<Where>('all');
  const [at, setAt] = useState(0);
  const { found, more } = useSearch(typed, where);
  const hits = found?.hits ?? [];

  useEffect(() => {
    dialog.current?.showModal();
    if (ui.get().typedAhead === '') field.current?.select();
  }, [ui]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other results, the first one again
  useEffect(() => setAt(0), [found?.typed, where]);
  useEffect(() => {
    document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, at]);

  const close = () => ui.update((was) => ({ ...was, dialog: undefined, typedAhead: '' }));
  const go = (hit: SearchHit | undefined) => {
    if (!hit) return;
    close();
    void goTo(session, { article: hit.article, block: hit.block, said: hit.said, words: wordsFound(hit) });
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(hits.length - 1, at + step));
      setAt(next);
      if (next === hits.length - 1 && found && found.total > hits.length) more();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(hits[at]);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="search"
      aria-label={m.search.title}
      onClose={close}
      onPointerDown={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className="search-field">
        <SearchIcon />
        <input
          ref={field}
          // Not of type search: that one keeps the Escape key for itself.
          inputMode="search"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={list}
          aria-activedescendant={hits.length > 0 ? `${list}-${at}` : undefined}
          aria-autocomplete="list"
          aria-label={m.search.field}
          placeholder={m.search.field}
          value={typed}
          maxLength={200}
          spellCheck={false}
          onChange={({ target }) => ui.update((was) => ({ ...was, searched: target.value }))}
          onKeyDown={press}
        />
        <ToggleGroup.Root
          type="single"
          className="segments"
          aria-label={m.search.where}
          value={where}
          onValueChange={(value) => setWhere(PLACES.find((place) => place === value) ?? where)}
        >
          {PLACES.map((place) => (
            <ToggleGroup.Item key={place} value={place}>
              {m.search.in[place]}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
        <button
          type="button"
          className="icon-button search-close"
          aria-label={m.close}
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
      </div>
      <p className="search-state" role="status">
        {found && found.total > 0 && m.search.found(found.total)}
        {found && found.total === 0 && m.search.nothing(found.typed)}
        {found?.local && <span className="search-local">{m.search.offline}</span>}
        {!found && m.search.help}
      </p>
      <div className="search-hits" id={list} role="listbox" aria-label={m.search.title}>
        {hits.map((hit, index) => (
          <HitView
            key={`${hit.audience} ${hit.said?.annotation ?? hit.block}`}
            id={`${list}-${index}`}
            hit={hit}
            selected={index === at}
            onPoint={() => setAt(index)}
            onGo={() => go(hit)}
          />
        ))}
      </div>
      <footer className="search-foot">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {m.search.keys}
        </span>
        {found && found.total > hits.length && (
          <button type="button" className="text-button" onClick={more}>
            {m.search.more}
          </button>
        )}
      </footer>
    </dialog>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
