import { instructorDigest } from './instructor-digest.ts';
import { ada, ben, cleo, clock, facts, idOf, PUBLIC, said, wordsOf } from './testing/some-facts.ts';

const told = (more: Parameters<typeof facts>[0]) => instructorDigest(facts(more), ada, PUBLIC, clock);

describe('the digest of an instructor', () => {
  it('is none where nobody else did anything', () => {
    expect(told({})).toBeUndefined();
    expect(told({ news: [said(12, ada)] })).toBeUndefined();
  });

  it('begins with what waits', () => {
    const openQuestions = [said(5, ben, { motivation: 'questioning', body: 'Whose *margin* is it?' }), said(12, cleo)];
    const part = told({ news: [said(12, cleo)], openQuestions });
    expect(part?.headline).toMatch(/^Two questions wait for you/);
    expect(part?.eyebrow).toBe('Margins · since Monday 9:00');
    expect(part?.lead).toBe('1 new contribution by 1 of 3 people. One section grew; nobody has reached the last one.');
    expect(wordsOf(part)).toContain('Whose margin is it?');
    expect(wordsOf(part)).toContain(`${PUBLIC}/s/${facts().seminar.id}#annotation-${idOf(5)}`);
  });

  it('does not count what the instructor asks themselves', () => {
    const part = told({ news: [said(12, ben)], openQuestions: [said(3, ada, { motivation: 'questioning' })] });
    expect(part?.headline).not.toMatch(/question/);
  });

  it('shows where the talk is, as wide as the sections are long', () => {
    const heat = told({ news: [said(12, ben), said(13, cleo)] })?.blocks.find(({ kind }) => kind === 'heat');
    expect(heat).toEqual({
      kind: 'heat',
      parts: [
        { title: 'Margins', width: 0.75, heat: 4 },
        { title: 'Ends', width: 0.25, heat: 0 },
      ],
    });
  });

  it('links every sentence of a summary to whoever it rests on', () => {
    const summary = [{ text: 'A margin is narrow.', kind: 'statement', cites: [{ id: idOf(12), author: ben }] }];
    const [section, ...others] = facts().sections;
    const sections = section ? [{ ...section, summary }, ...others] : [];
    const part = told({ news: [said(12, ben)], sections });
    expect(part?.blocks).toContainEqual({
      kind: 'text',
      runs: [
        { kind: 'bold', text: 'Margins.' },
        ' ',
        'A margin is narrow',
        ' ',
        { kind: 'name', text: 'Ben', href: `${PUBLIC}/s/${facts().seminar.id}#annotation-${idOf(12)}` },
        '.',
      ],
    });
  });

  it('names who has gone quiet, who has not written, and who began to', () => {
    const words = wordsOf(told({ news: [said(12, ben)] }));
    expect(words).toContain('["Quiet for more than a week: ",{"kind":"bold","text":"Cleo"}');
    expect(words).toContain('"Has not written yet: ",{"kind":"bold","text":"Dora"}');
    expect(words).not.toContain('First contributions');
  });

  it('holds what was written against what was asked', () => {
    const asked = { sections: [], to: undefined, contributions: 2, due: '2026-11-27T18:00:00.000Z' };
    const words = wordsOf(
      told({ news: [said(12, ben)], assignments: [{ ...asked, written: { [ben]: 3, [cleo]: 1 } }] }),
    );
    expect(words).toContain('"The whole article, due Fri 27 Nov: ","1 of 3 have written 2 contributions or more. "');
    expect(words).toContain('"Not yet: ",{"kind":"bold","text":"Cleo and Dora"}');
  });

  it('says what became of the text', () => {
    const words = wordsOf(
      told({
        orphans: [said(4, ben, { passage: 'a line that went' })],
        imports: [{ title: 'On margins', version: 2 }],
      }),
    );
    expect(words).toContain('"headline":"One thread lost its passage"');
    expect(words).toContain('"Version 2 of ",{"kind":"bold","text":"On margins"}');
    expect(words).toContain('‘a line that went’');
  });
});
