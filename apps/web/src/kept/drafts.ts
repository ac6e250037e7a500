/** What somebody is writing, by place, so that nothing typed is lost: not by closing a thread, nor the tab. */
import { type Audience, EVERYONE, onlyFor, type PassageTarget } from '#seminar';
import { memberId } from '../ids.ts';
import { createStore, type Store } from '../store/store.ts';
import { keep, recall, type Shelf } from './kept.ts';

/** What a new annotation may be written as. */
export type OpeningMotivation = 'commenting' | 'questioning' | 'highlighting';

export interface Draft {
  body: string;
  /** Of an edit: the revision it began from. */
  revision?: number | undefined;
  /** Of an annotation that opens a thread. */
  opening?: { target: PassageTarget; motivation: OpeningMotivation; audience: Audience; tags: string } | undefined;
}

/** Where it is written: `reply:<annotation>`, `edit:<annotation>` or `new:<annotation to be>`. */
export type DraftPlace = `${'reply' | 'edit' | 'new'}:${string}`;

type Kept = Readonly<Partial<Record<DraftPlace, Draft>>>;

export class Drafts {
  readonly store: Store<Kept>;
  readonly #key: string;
  readonly #shelf: Shelf | undefined;

  /** @param key whose drafts they are: one shelf per seminar and member */
  constructor(key: string, shelf?: Shelf) {
    this.#key = `drafts.${key}`;
    this.#shelf = shelf;
    const kept = recall(this.#key, shelf);
    this.store = createStore<Kept>(isKept(kept) ? lifted(kept, key) : {});
  }

  at = (place: DraftPlace): Draft | undefined => this.store.get()[place];

  /** Keeps a draft; an empty one that is not about to open a thread is let go. */
  write(place: DraftPlace, draft: Draft): void {
    if (draft.body === '' && !draft.opening) this.drop(place);
    else this.#put({ ...this.store.get(), [place]: draft });
  }

  drop(place: DraftPlace): void {
    const { [place]: _, ...others } = this.store.get();
    this.#put(others);
  }

  #put(drafts: Kept): void {
    this.store.set(drafts);
    keep(this.#key, Object.keys(drafts).length > 0 ? drafts : undefined, this.#shelf);
  }
}

/** What this class kept itself. */
const isKept = (value: unknown): value is Kept => typeof value === 'object' && value !== null;

/** Drafts of an earlier release said `onlyMe` instead of an audience; the key ends with whose they are. */
function lifted(kept: Kept, key: string): Kept {
  const drafts = Object.entries(kept).map(([place, draft]) => {
    const { opening } = draft ?? {};
    if (!draft || !opening || opening.audience) return [place, draft];
    const onlyMe = 'onlyMe' in opening && opening.onlyMe === true;
    const whose = memberId(key.split('.').at(-1));
    const audience = onlyMe && whose ? onlyFor(whose) : EVERYONE;
    return [place, { ...draft, opening: { ...opening, audience } }];
  });
  return Object.fromEntries(drafts);
}
