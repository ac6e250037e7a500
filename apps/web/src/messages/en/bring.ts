import type { DiagnosticPlace } from '#article';
import { count } from './words.ts';

/** Bringing an article. */
export const bring = {
  bring: {
    title: 'Bring an article',
    lead: 'You see what was understood, and can mend it, before anybody else does.',
    drop: 'Drop a file here',
    dropHint:
      'Word, PDF, a saved web page, JATS, Markdown or plain text. Drop its pictures or its folder along with it.',
    choose: 'Choose a file',
    chooseFolder: 'Choose a folder',
    paste: 'or paste the text',
    pasted: 'Pasted text',
    read: 'Preview',
    sending: 'Sending',
    unfinished: 'Brought, and not published yet',
    takeAway: 'Take away',
    status: { reading: 'being read', ready: 'ready', failed: 'could not be read' },
    waiting: 'Waiting for its turn',
    waitingHint: 'You can leave this page: it goes on, and is listed where you bring articles.',
    stages: {
      opening: 'Opening the file',
      reading: 'Reading the text',
      pages: 'Reading the pages',
      assembling: 'Putting it together',
    },
    pages: (done: number, of: number) => `Page ${done} of ${of}`,
    stop: 'Stop',
    failed: 'This file could not be read',
    kept: 'The file is kept, so that it can be tried again.',
    readAgainAs: 'Read it as',
    guessed: 'what it looks like',
    tryAgain: 'Try again',
    readAs: (format: string) => `Read as ${format}`,
    undo: 'Undo',
    redo: 'Redo',
    saved: { kept: 'Changes are kept', keeping: 'Keeping …', unkept: 'Not kept yet; trying again' },
    outline: 'Outline',
    front: 'Front matter',
    titleField: 'Title',
    subtitleField: 'Subtitle',
    authorsField: 'Authors',
    authorsHint: 'one on each line, with a comma before where they work',
    abstractField: 'Abstract',
    abstractHint: 'an empty line parts paragraphs',
    headingField: 'Heading',
    paragraphs: (n: number) => count(n, 'paragraph', 'paragraphs'),
    notes: (n: number) => count(n, 'note', 'notes'),
    references: (n: number) => count(n, 'reference', 'references'),
    pictures: (n: number) => count(n, 'picture', 'pictures'),
    mend: {
      tools: 'Mend this passage',
      higher: 'Up a level',
      lower: 'Down a level',
      merge: 'Join to the one above',
      split: 'Split at the cursor',
      splitHint: 'Click into the text first, where it should be cut.',
      drop: 'Leave out',
    },
<<<<<<< HEAD
    findings: 'To look at',
    kinds: { 'left-out': 'Left out', guessed: 'Guessed', mended: 'Mended' },
    show: 'Show',
    more: (n: number) => `${n} more`,
=======
    diagnostics: (n: number) => count(n, 'thing to look at', 'things to look at'),
    place: (place: DiagnosticPlace) => {
      if ('paragraph' in place) return `paragraph ${place.paragraph}`;
      const line = place.line === undefined ? [] : [`line ${place.line}`];
      return ('page' in place ? [`page ${place.page}`, ...line] : line).join(', ');
    },
>>>>>>> f8b0850 (Load menus, forms and open threads after the text: 144 kB before one can read)
    fine: 'Nothing looked odd.',
    text: 'The article as it will be read',
    publish: 'Publish',
    publishing: 'Publishing',
    line: (n: number) => `line ${n}`,
    page: (n: number) => `page ${n}`,
    paragraph: (n: number) => `paragraph ${n}`,
    back: 'Back to the seminar',
    untitled: 'Untitled section',
    asVersion: 'Publish as',
    newArticle: 'A new article',
    newVersion: (title: string, n: number) => `Version ${n} of ‘${title}’`,
  },
};
