import { count } from './words.ts';

/** Around the text: the top bar, settings, keys, the strip of time. */
export const room = {
  top: {
    sections: 'Sections',
    text: 'Text and colours',
    share: 'Share',
    keys: 'Keyboard',
    mail: 'Mails',
    desk: 'Your seminars',
    members: (n: number) => count(n, 'member', 'members'),
    here: 'Here now',
  },
  progress: {
    read: (n: number) => `${n} % read`,
    left: (n: number) => (n === 0 ? 'Less than a minute left' : `About ${count(n, 'minute', 'minutes')} left`),
    resumed: 'You were here',
    toStart: 'To the beginning',
  },
  print: {
    article: 'Print',
    discussion: 'Print with the discussion',
    title: 'Discussion',
    on: (n: number | undefined) => (n === undefined ? 'on the text' : `on ¶${n}`),
  },
  newer: { came: 'A new version of Catena is there.', load: 'Load it' },
  timeline: {
    label: 'What was said over time',
    now: 'Now',
    close: 'Close the timeline',
    open: 'Timeline',
    bar: (n: number, day: string) => `${day}: ${n}`,
  },
  toast: { deleted: 'Deleted', undo: 'Undo', highlighted: 'Highlighted', linkCopied: 'Link copied' },
  settings: {
    size: 'Size',
    leading: 'Lines',
    leadings: { tight: 'Close', normal: 'Normal', loose: 'Wide' },
    face: 'Typeface',
    serif: 'Serif',
    sans: 'Sans',
    theme: 'Colours',
    themes: { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark' },
    sizes: { s: 'Small', m: 'Medium', l: 'Large', xl: 'Larger' },
  },
  palette: {
    title: 'Commands',
    hint: 'What do you want to do?',
    none: 'Nothing by this name',
    write: 'Write',
    go: 'Go to',
    room: 'Room',
    does: { nextParagraph: 'Next paragraph', previousParagraph: 'Previous paragraph' },
  },
  keys: {
    title: 'Keyboard',
    /** What each key of `keys.ts` does. */
    does: {
      paragraphs: 'Next, previous paragraph',
      threads: 'Next, previous thread',
      comment: 'Comment on the selection or the paragraph',
      question: 'Ask a question about it',
      highlight: 'Highlight it',
      reply: 'Reply in the open thread',
      open: 'Open the first thread of the paragraph',
      post: 'Post',
      close: 'Close the thread; what you wrote is kept',
      palette: 'Every command',
      help: 'This list',
    },
  },
};
