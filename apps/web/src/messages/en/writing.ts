import { form, number } from './words.ts';

/** Where one writes. */
export const writing = {
  composer: {
    reply: 'Write a reply',
    commenting: 'What do you want to say about this?',
    questioning: 'What do you want to ask?',
    highlighting: 'Say why, or leave it at the highlight',
    markdown: 'Markdown',
    motivation: 'What it is',
    post: 'Post',
    save: 'Save',
    tags: 'Tags, separated by commas',
    tooLong: (over: number) => `${number(over)} ${form(over, 'character', 'characters')} too long`,
    kept: 'Draft kept',
    discard: 'Discard',
    tryAgain: 'Try again',
    edit: 'Edit',
    notPosted: 'Not posted',
    stale: 'It has changed since you opened it. The text as it is now:',
    useMine: 'Replace with mine',
  },
  selection: { label: 'Say something about this passage', tooMany: 'Choose a shorter passage.' },
};
