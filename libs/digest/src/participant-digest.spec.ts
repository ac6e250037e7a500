import type { DigestKind } from '#protocol';
import { participantDigest } from './participant-digest.ts';
import { ada, ben, cleo, clock, dora, facts, idOf, PUBLIC, said, wordsOf } from './testing/some-facts.ts';

const ALL: readonly DigestKind[] = ['to-me', 'followed', 'rest'];
const told = (more: Parameters<typeof facts>[0], kinds = ALL, since = 10) =>
  participantDigest(facts(more), ben, new Map(kinds.map((kind) => [kind, since])), PUBLIC, clock);

const toBen = said(12, cleo, { answers: ben, thread: idOf(3), body: 'To Ben.' });
const inMyThread = said(13, dora, { thread: idOf(3), answers: cleo, body: 'In his thread.' });
const elsewhere = said(14, ada, { thread: idOf(9), body: 'Elsewhere.' });

describe('the digest of a participant', () => {
  it('is none where nobody else wrote, or nothing that they want to hear', () => {
    expect(told({ news: [said(12, ben)] })).toBeUndefined();
    expect(told({ news: [elsewhere] }, ['to-me'])).toBeUndefined();
    expect(told({ news: [toBen] }, ALL, 12)).toBeUndefined();
  });

  it('tells answers to me, then my threads, then the rest, each once', () => {
    const part = told({ news: [elsewhere, inMyThread, toBen], mine: [idOf(3)] });
    const labels = part?.blocks.flatMap((block) => (block.kind === 'label' ? [block.text] : []));
    expect(labels).toEqual(['To you', 'In threads that you follow', 'The best of the rest']);
    expect(part?.headline).toBe('Cleo answered you');
    for (const words of ['To Ben.', 'In his thread.', 'Elsewhere.']) expect(wordsOf(part).split(words)).toHaveLength(2);
  });

  it.each(['What does @Ben say?', 'hello @ben vetch, look'])('tells of a mention: %s', (body) => {
    expect(told({ news: [said(12, cleo, { body })] }, ['to-me'])?.headline).toBe('Cleo mentioned you');
  });

  it('does not take @Benedict for Ben', () => {
    expect(told({ news: [said(12, cleo, { body: 'What does @Benedict say?' })] }, ['to-me'])).toBeUndefined();
  });

  it('can be answered where it tells of one contribution', () => {
    expect(told({ news: [toBen] })).toMatchObject({ answers: idOf(12), thread: idOf(3) });
    expect(told({ news: [toBen, elsewhere] })?.answers).toBeUndefined();
  });

  it('says what is asked, by when, and how much of it is done', () => {
    const sections = facts().sections.map(({ id, title }) => ({ id, title }));
    const asked = {
      sections,
      to: 'Ends',
      contributions: 2,
      due: '2026-11-27T18:00:00.000Z',

      written: { [ben]: 1 },
    };
    const words = (written: Record<string, number>) =>
      wordsOf(told({ news: [elsewhere], assignments: [{ ...asked, written }] }));
    expect(words({ [ben]: 1 })).toContain('"By Fri 27 Nov: up to ‘Ends’. ","You have written 1 of 2. "');
    expect(words({ [ben]: 2 })).not.toContain('By Fri 27 Nov');
  });

  it('leads on to the section after the last that they wrote on', () => {
    const words = wordsOf(told({ news: [said(11, ben, { section: 's-1' }), elsewhere] }));
    expect(words).toContain(`"text":"Ends","href":"${PUBLIC}/s/${facts().seminar.id}#s-2"`);
  });
});
