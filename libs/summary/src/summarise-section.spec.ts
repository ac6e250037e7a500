import { type SectionThread, summariseSection } from './summarise-section.ts';

const LIMITS = { words: 120, contributions: 3 };

const thread = (
  block: string,
  passage: string,
  ...texts: [author: string, text: string, parent?: string][]
): SectionThread => ({
  block,
  passage,
  posts: texts.map(([author, text, parent], i) => ({ id: `${block}${i}`, author, text, parent })),
});

const wages = thread(
  'w',
  'The minimum wage did not reduce employment.',
  ['ada', 'Employment may not fall, yet employers can cut the hours of everybody whom they keep.'],
  ['bo', 'But the employment figures count heads, and nobody in this study measured any hours.', 'w0'],
  ['cy', 'I agree, exactly that.', 'w0'],
  ['cy', 'Which data on employment would show the hours that people worked?', 'w1'],
);
const towns = thread(
  't',
  'All towns in the sample lie on the coast.',
  ['dee', 'Coastal towns live from tourism, so seasonal hiring hides whatever happens in winter.'],
  ['bo', 'Inland towns would have made a better control group for the seasonal hiring.', 't0'],
);

describe('a section with two issues', () => {
  const summary = summariseSection([wages, towns], LIMITS);
  const sentences = summary?.sentences ?? [];

  it('tells each by itself, the livelier first', () => {
    expect(summary?.language).toBe('en');
    expect([...new Set(sentences.map(({ issue }) => issue))]).toEqual([0, 1]);
    for (const { issue, cites } of sentences) expect(cites[0]?.[0]).toBe(issue === 0 ? 'w' : 't');
  });

  it('says what it is about, what stands against it and what is open', () => {
    expect(sentences[0]?.text).toMatch(/^On ‘employment’: Employment may not fall/u);
    expect(sentences.find(({ kind }) => kind === 'dispute')).toMatchObject({
      text: expect.stringMatching(/^Against that: The employment figures count heads/u),
      cites: ['w1'],
    });
    expect(sentences.find(({ kind }) => kind === 'question')).toMatchObject({
      text: 'Still open: Which data on employment would show the hours that people worked?',
      cites: ['w3'],
    });
  });

  it('cites those who share a position beside the one whose words it takes', () => {
    expect(sentences[0]?.cites).toEqual(['w0', 'w2']);
  });
});

it('calls no question open that was answered, or in a thread that was closed', () => {
  const answered = { ...wages, answer: 'w1' };
  const kinds = (threads: SectionThread[]) => summariseSection(threads, LIMITS)?.sentences.map(({ kind }) => kind);
  expect(kinds([answered])).toEqual(expect.arrayContaining(['answer']));
  expect(kinds([answered])).not.toContain('question');
  expect(kinds([{ ...wages, resolved: true }])).not.toContain('question');
});

it('is made of nothing where little was said', () => {
  expect(summariseSection([], LIMITS)).toBeUndefined();
  expect(summariseSection([towns], LIMITS)).toBeUndefined();
});

it('speaks the language of the discussion', () => {
  const frage = thread(
    'f',
    'Die Löhne sanken nicht.',
    ['ada', 'Die Löhne sanken vielleicht nicht, aber die Betriebe konnten die Stunden kürzen.'],
    ['bo', 'Trotzdem zählen die Zahlen nur Köpfe, und niemand hat die Stunden gemessen.', 'f0'],
    ['cy', 'Welche Daten würden denn die Stunden zeigen, die gearbeitet wurden?', 'f1'],
  );
  expect(summariseSection([frage], LIMITS)).toMatchObject({
    language: 'de',
    sentences: expect.arrayContaining([expect.objectContaining({ text: expect.stringMatching(/^Noch offen: /u) })]),
  });
});
