import { list, number } from './words.ts';

/** What more than one screen says. */
export const common = {
  brand: 'Catena',
  list,
  number,
  roles: { instructor: 'instructor', participant: 'participant', observer: 'observer' },
  someone: 'Someone',
  you: 'you',
  close: 'Close',
  cancel: 'Cancel',
  copied: 'Copied',
  language: 'Language',
  languageOfBrowser: (name: string) => `As the browser (${name})`,
  motivation: {
    commenting: 'Comment',
    questioning: 'Question',
    highlighting: 'Highlight',
    replying: 'Reply',
    describing: 'Description',
    linking: 'Link',
    bookmarking: 'Bookmark',
  },
  trouble: {
    nowhere: 'There is nothing at this address',
    nowhereDo: 'Check the link, or go to your seminars.',
    session: 'Nobody is signed in here',
    sessionDo: 'Open the invitation you were sent, or the link you signed in with, in this browser.',
    notMember: 'You are not a member of this seminar',
    notMemberDo: 'Ask an instructor for the invitation link.',
    server: 'The server can’t be reached',
    serverDo: 'It may be restarting. What you wrote is kept in this browser.',
    broken: 'Something broke on this page',
    brokenDo: 'Load it again. What you wrote is kept in this browser.',
    again: 'Try again',
    toDesk: 'Your seminars',
  },
  /** What the page itself says of a request that did not get through. */
  failed: {
    'server/unavailable': 'The server is busy or restarting. What you wrote is kept; it will be sent again.',
    'server/failure': 'Something went wrong on the server. What you wrote is kept.',
  },
};
