import { count, form, number } from './words.ts';

/** The way in: one's seminars, an invitation, the link one shares. */
export const desk = {
  desk: {
    tagline: 'A seminar around an article.',
    explain:
      'Bring a text, share one link, and read it together: comments and questions stand beside the passage they are about, live or over weeks.',
    open: 'Open a seminar',
    openAnother: 'Open another seminar',
    name: 'Your name',
    nameHint: 'As the others will see it',
    title: 'Title of the seminar',
    titleHint: 'Theories of cooperation, autumn',
    submit: 'Open the seminar',
    invited: 'Were you invited? Open the link you were sent.',
    yours: 'Your seminars',
    hello: (name: string) => `Signed in as ${name}`,
    signOut: 'Sign out',
    noArticle: 'No article yet',
    members: (n: number) => count(n, 'member', 'members'),
    annotations: (n: number) => count(n, 'annotation', 'annotations'),
    questions: (n: number) => count(n, 'open question', 'open questions'),
    active: (ago: string) => `active ${ago}`,
  },
  join: {
    invited: 'You are invited to read together',
    as: (role: string) => `You join as ${role}`,
    reading: 'Reading',
    members: (n: number) => (n === 0 ? 'Nobody has joined yet' : `${number(n)} ${form(n, 'has', 'have')} joined`),
    name: 'Your name',
    nameHint: 'As the others will see it',
    submit: 'Join',
  },
  share: {
    title: 'Share the link',
    lead: 'Whoever opens it joins in this role, under a name of their choice.',
    role: 'They join as',
    roleHint: {
      participant: 'reads, annotates, replies',
      observer: 'reads, and keeps notes to themselves',
      instructor: 'may also bring articles and moderate',
    },
    make: 'Make a link',
    copy: 'Copy link',
    takeBack: 'Take back',
    until: (day: string) => `valid until ${day}`,
    toRoom: 'Go to the reading room',
  },
};
