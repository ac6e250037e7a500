import type { Article, Author } from './model.ts';

/** An article as people and scripts look at it: plain texts, and for each block the labels of the notes it refers to. */
export interface Inspection {
  title: string;
  authors: Author[];
  abstract: string[];
  keywords: string[];
  sections: {
    id: string;
    title: string;
    level: number;
    blocks: { id: string; type: string; text: string; notes: string[] }[];
  }[];
  notes: { label: string; text: string }[];
}

/** The article's content without offsets; made to be printed as JSON, its fields always in this order. */
export function inspectArticle({ title, authors, abstract, keywords, sections, notes }: Article): Inspection {
  return {
    title,
    authors: authors.map(({ name, affiliation, email }) => ({
      name,
      ...(affiliation !== undefined && { affiliation }),
      ...(email !== undefined && { email }),
    })),
    abstract: abstract.map(({ text }) => text),
    keywords: [...keywords],
    sections: sections.map(({ id, title, level, blocks }) => ({
      id,
      title,
      level,
      blocks: blocks.map(({ id, type, text, notes }) => ({ id, type, text, notes: notes.map(({ label }) => label) })),
    })),
    notes: notes.map(({ label, text }) => ({ label, text })),
  };
}
