import { memo, useId, useState } from 'react';
import type { BlockId } from '#article';
import { type AnnotationId, EVERYONE, type MemberId, withNames } from '#seminar';
import { m } from '../../messages/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { issuesOf, type SentenceView, type SummaryView, sameSummary } from '../../views/summaries.ts';
import { allowed, openThread } from '../actions.ts';
import { SummaryForm, SummaryMenu } from '../late.ts';
import { useName, useNames } from '../live/people.ts';
import { showPassage } from '../scroll-to.ts';
import { useRoom, useSession, useView } from '../session.ts';

/** What was said on a section, folded away under it: each sentence with the people whose words it rests on. */
export const SectionSummary = memo(function SectionSummary({ section }: { section: BlockId }) {
  const summary = useView((view) => view?.summaries.get(section), sameSummary);
  const mayEdit = useRoom((room) => allowed(room, 'summary.edit', EVERYONE));
  if (!summary || (summary.hidden && !mayEdit)) return null;
  return <Summary summary={summary} mayEdit={mayEdit} />;
});

function Summary({ summary, mayEdit }: { summary: SummaryView; mayEdit: boolean }) {
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState(false);
  const [earlier, setEarlier] = useState(false);
  const id = useId();
  const { newest, issues, openQuestions, hidden, pinned } = summary;
  const people = new Set(issues.flat().flatMap(({ cites }) => cites.map(({ author }) => author)));
  return (
    <aside className={`said-here${hidden ? ' is-hidden' : ''}`} aria-label={m.summary.title}>
      <div className="said-head">
        <button
          type="button"
          className="said-toggle"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span className="chevron" aria-hidden="true" />
          <b>{m.summary.title}</b>
          <span>{m.summary.by(people.size)}</span>
          {openQuestions > 0 && <span className="asked">{m.summary.open(openQuestions)}</span>}
          {pinned && <span>{m.summary.pinned}</span>}
          {hidden && <span>{m.summary.hidden}</span>}
        </button>
        {mayEdit && open && (
          <SummaryMenu summary={summary} onEdit={() => setEditing(true)} onEarlier={() => setEarlier(!earlier)} />
        )}
      </div>
      <div id={id} hidden={!open}>
        {editing ? (
          <SummaryForm summary={summary} onClose={() => setEditing(false)} />
        ) : (
          <Issues issues={issues} language={newest.language} />
        )}
        <p className="said-source">
          {newest.maker === 'instructor' ? <By member={newest.by} /> : m.summary.maker[newest.maker]}{' '}
          {m.summary.positions(newest.from, newest.to)}, <Moment at={newest.at} />
        </p>
        {earlier && <Earlier summary={summary} />}
      </div>
    </aside>
  );
}

function By({ member }: { member: MemberId }) {
  return <>{m.summary.maker.instructor(useName(member))}</>;
}

function Issues({ issues, language }: { issues: readonly (readonly SentenceView[])[]; language: string }) {
  const nameOf = useNames();
  return issues.map((sentences) => (
    <p key={sentences[0]?.text} lang={language}>
      {sentences.map(({ text, kind, cites }, index) => (
        <span key={text} className={`sentence ${kind}`}>
          {withNames(text, nameOf)}{' '}
          {goesOn(cites, sentences[index + 1]?.cites)
            ? null
            : cites.map(({ annotation, author }) => (
                <Citation key={annotation} annotation={annotation} author={author} />
              ))}{' '}
        </span>
      ))}
    </p>
  ));
}

/** The next sentence rests on the same words, so who wrote them is said after that one. */
const goesOn = (cites: SentenceView['cites'], next: SentenceView['cites'] | undefined): boolean =>
  cites.length === next?.length && cites.every(({ annotation }, n) => annotation === next[n]?.annotation);

/** Who said it, and the way to where they said it. */
function Citation({ annotation, author }: { annotation: AnnotationId; author: MemberId }) {
  const session = useSession();
  const name = useName(author);
  const go = () => {
    const room = session.room.get();
    const thread = session.view
      .get()
      ?.byId.get(room.shown.everyone.state.annotations.get(annotation)?.thread ?? annotation);
    if (!thread) return;
    openThread(session, thread.id);
    showPassage(thread);
  };
  return (
    <button type="button" className="citation" onClick={go} aria-label={m.summary.cited(name)}>
      {name}
    </button>
  );
}

function Earlier({ summary }: { summary: SummaryView }) {
  const annotations = useRoom(({ shown }) => shown.everyone.state.annotations);
  return summary.earlier.map((version) => (
    <section key={version.number} className="said-earlier">
      <h4>
        {m.summary.version(version.number)}, {m.summary.positions(version.from, version.to)}, <Moment at={version.at} />
      </h4>
      <Issues issues={issuesOf(version, annotations)} language={version.language} />
    </section>
  ));
}
