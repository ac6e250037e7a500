import { blockId } from '#article';
import type { SearchHit } from '#protocol';
import { EVERYONE } from '#seminar';
import { locale, m } from '../../messages/messages.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { TextIcon } from '../../ui/tool-icons.tsx';
import { when } from '../../views/when.ts';
import { useName } from '../live/people.ts';
import { useRoom, useView } from '../session.ts';

interface HitProps {
  id: string;
  hit: SearchHit;
  selected: boolean;
  onPoint: () => void;
  onGo: () => void;
}

/** One of what was found: where it stands, who said it, and the words around. */
export function HitView({ id, hit, selected, onPoint, onGo }: HitProps) {
  const { said, fragments } = hit;
  const [begun, ended] = [startsWithin(fragments[0]?.text), endsWithin(fragments.at(-1)?.text)];
  return (
    // The field keeps the focus; keys come from there.
    // biome-ignore lint/a11y/useKeyWithClickEvents: an option of a combobox
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className="hit"
      onPointerMove={onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onGo}
    >
      <p className="hit-where">
        {said ? <Speaker hit={hit} said={said} /> : <TextIcon />}
        {!said && <b>{m.search.inText}</b>}
        <WhereItIs hit={hit} />
      </p>
      <p className={said ? 'hit-words' : 'hit-words hit-text'}>
        {begun && '… '}
        {fragments.map(({ text, hit: isHit }, n) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, which never move
          isHit ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>,
        )}
        {ended && ' …'}
      </p>
    </div>
  );
}

/** Does it begin, or end, in the middle of a sentence? */
const startsWithin = (text = '') => /^\p{Ll}/u.test(text);
const endsWithin = (text = '') => /[\p{L}\p{N},;–-]$/u.test(text) && text.length > 20;

function Speaker({ hit, said }: { hit: SearchHit; said: NonNullable<SearchHit['said']> }) {
  const name = useName(said.author);
  return (
    <>
      <Avatar member={said.author} name={name} size="s" />
      <b>{name}</b>
      {hit.audience !== EVERYONE && <LockIcon />}
      {said.motivation === 'questioning' && <span className="chip chip-asked">{m.motivation.questioning}</span>}
      <time dateTime={said.at}>{when(said.at, new Date(), locale())}</time>
    </>
  );
}

/** The section and the number of the paragraph; of another article its title. */
function WhereItIs({ hit: { article, block } }: { hit: SearchHit }) {
  const here = useView((view) => view?.article === article);
  const place = useView((view) => (here ? view?.places.get(blockId(block)) : undefined));
  const section = useView((view) => view?.outline.find(({ id }) => id === place?.section)?.title);
  const title = useRoom((room) => room.shown.everyone.contents.documents.get(article)?.document.title);
  return (
    <span className="hit-place">
      {here ? section : title}
      {place?.number !== undefined && ` ¶${place.number}`}
    </span>
  );
}
