import { count } from './words.ts';

/** The text itself. */
export const article = {
  parts: { abstract: 'Abstract', back: 'About this article', references: 'References', notes: 'Notes', start: 'Start' },
  article: {
    keywords: 'Keywords',
    paragraph: (n: number) => `Paragraph ${n}`,
    note: (label: string) => `Note ${label}`,
    backTo: (label: string) => `Back to the place of note ${label}`,
    threadsHere: (n: number, fresh: number) =>
      `${count(n, 'thread', 'threads')} here${fresh > 0 ? `, ${fresh} new` : ''}`,
    loading: 'Opening the seminar',
    none: 'Nothing to read yet',
    noneInstructor: 'Bring the article that this seminar will read.',
    noneMember: 'As soon as an instructor brings an article, it appears here.',
    bring: 'Bring an article',
    enlarge: 'Enlarge the figure',
    figure: 'Figure',
    larger: 'Larger',
    smaller: 'Smaller',
    tableScrolls: 'Table, can be scrolled',
    codeScrolls: 'Code, can be scrolled',
    formulaScrolls: 'Formula, can be scrolled',
    noPicture: 'The picture is not here.',
    original: 'Original file',
  },
};
