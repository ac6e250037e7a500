import type { DiagnosticPlace } from '#article';
import { count } from './words.ts';

/** Bringing an article. */
export const bring = {
  bring: {
    title: 'Bring an article',
    lead: 'Drop a Word document, a saved web page, JATS XML, Markdown or plain text, or paste the text. You see what was understood, and can mend it, before anybody else does.',
    drop: 'Drop a .pdf, .docx, .html, .xml, .md or .txt file here',
    choose: 'Choose a file',
    paste: 'or paste the text',
    read: 'Preview',
    reading: 'Reading',
    again: 'Choose another',
    found: 'What was found',
    titleField: 'Title',
    sections: 'Sections',
    paragraphs: (n: number) => count(n, 'paragraph', 'paragraphs'),
    notes: (n: number) => count(n, 'note', 'notes'),
    references: (n: number) => count(n, 'reference', 'references'),
    readAs: (format: string) => `Read as ${format}.`,
    mend: {
      higher: 'One level up',
      lower: 'One level down',
      merge: 'Join to the paragraph above',
      split: 'Split at the cursor',
      drop: 'Leave this out',
    },
    diagnostics: (n: number) => count(n, 'thing to look at', 'things to look at'),
    place: (place: DiagnosticPlace) => {
      if ('paragraph' in place) return `paragraph ${place.paragraph}`;
      const line = place.line === undefined ? [] : [`line ${place.line}`];
      return ('page' in place ? [`page ${place.page}`, ...line] : line).join(', ');
    },
    fine: 'Nothing looked odd.',
    beginning: 'How it begins',
    publish: 'Publish to the seminar',
    publishing: 'Publishing',
    back: 'Back to the seminar',
    untitled: 'Untitled section',
    asVersion: 'Publish as',
    newArticle: 'A new article',
    newVersion: (title: string, n: number) => `Version ${n} of ‘${title}’`,
  },
};
