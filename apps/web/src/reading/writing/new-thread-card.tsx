import type { Draft, DraftPlace, OpeningMotivation } from '../../kept/drafts.ts';
import { m } from '../../messages/messages.ts';
import { ToggleGroup } from '../../ui/radix.tsx';
import { postNew } from '../actions.ts';
import { useSession } from '../session.ts';
import { closeOpen } from './annotate.ts';
import { AudienceChoice } from './audience-choice.tsx';
import { WritingField } from './writing-field.tsx';

const MOTIVATIONS: readonly OpeningMotivation[] = ['commenting', 'questioning', 'highlighting'];

interface NewThreadProps {
  place: DraftPlace;
  draft: Draft;
  open: boolean;
}

/** A thread that is being opened: folded it is a line, like any other. */
export function NewThreadCard({ place, draft, open }: NewThreadProps) {
  const session = useSession();
  if (!draft.opening) return null;
  const resume = () => session.ui.update((ui) => ({ ...ui, open: undefined, writing: place }));
  if (open) return <NewThread place={place} draft={draft} opening={draft.opening} />;
  return (
    <button type="button" className="card folded draft" onClick={resume}>
      <span className="chip chip-draft">{m.thread.draft}</span>
      <span className="words">{draft.body || draft.opening.target.anchors[0]?.quote.exact}</span>
    </button>
  );
}

function NewThread({
  place,
  draft,
  opening,
}: Omit<NewThreadProps, 'open'> & { opening: NonNullable<Draft['opening']> }) {
  const session = useSession();
  const change = (to: Partial<typeof opening>) =>
    session.drafts.write(place, { ...draft, opening: { ...opening, ...to } });
  const discard = () => {
    session.drafts.drop(place);
    closeOpen(session);
  };
  return (
    <section className="card thread on new-thread" aria-label={m.motivation[opening.motivation]}>
      <ToggleGroup.Root
        type="single"
        className="motivations"
        aria-label={m.composer.motivation}
        value={opening.motivation}
        onValueChange={(value) => {
          const motivation = MOTIVATIONS.find((it) => it === value);
          if (motivation) change({ motivation });
        }}
      >
        {MOTIVATIONS.map((motivation) => (
          <ToggleGroup.Item key={motivation} value={motivation} className={`chip motivation-${motivation}`}>
            {m.motivation[motivation]}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <p className="quote">{opening.target.anchors.map(({ quote }) => quote.exact).join(' … ')}</p>
      <WritingField
        value={draft.body}
        label={m.composer[opening.motivation]}
        submitLabel={m.composer.post}
        allowEmpty={opening.motivation === 'highlighting'}
        autoFocus
        onChange={(body) => session.drafts.write(place, { ...draft, body })}
        onSubmit={() => postNew(session, place)}
        onCancel={() => closeOpen(session)}
      >
        <AudienceChoice audience={opening.audience} choose={(audience) => change({ audience })} />
      </WritingField>
      <div className="new-thread-foot">
        <input
          value={opening.tags}
          placeholder={m.composer.tags}
          aria-label={m.composer.tags}
          onChange={(event) => change({ tags: event.target.value })}
        />
        <button type="button" className="text-button" onClick={discard}>
          {m.composer.discard}
        </button>
      </div>
    </section>
  );
}
