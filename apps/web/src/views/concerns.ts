/** What in a seminar may concern somebody, as a sign that changes when there is more of it: then it is time to ask what it is. */
import { type Audience, EVERYONE, type Folded, type MemberId, mentionOf, readershipOf } from '#seminar';

export function concernsOf({ state, contents }: Folded, me: MemberId, audience: Audience = EVERYONE): string {
  // Whoever reads it is the one it is about, or an instructor.
  const isApart = readershipOf(audience).kind === 'aside';
  let answers = 0;
  let settled = 0;
  for (const { target, author, thread, deleted, answer } of state.annotations.values()) {
    if (author === me && answer !== undefined) settled++;
    if (deleted || author === me) continue;
    if (target.kind !== 'annotation') {
      if (isApart) answers++;
      continue;
    }
    const isToMe = state.annotations.get(target.annotation)?.author === me;
    if (isToMe || state.annotations.get(thread)?.author === me) answers++;
  }
  let mentions = 0;
  const named = mentionOf(me);
  for (const { body } of contents.words.values()) if (body?.includes(named)) mentions++;
  const versions = [...contents.documents.values()].reduce((sum, { version }) => sum + version, 0);
  return [answers, settled, mentions, state.readings.size, versions].join(' ');
}
