/**
 * The demo seminar: eight people read `article.md` together for nine days, with a live hour on the fifth.
 *
 * Plain data, in the order in which it happened. Whoever plays it makes ids, finds each quotation in its section and
 * turns every step into the command a member would have sent. Begun at nine in the morning, everything falls between
 * breakfast and bedtime. All people, and the author of the article, are invented.
 */

export type PersonKey = 'ottilie' | 'bram' | 'casimir' | 'juniper' | 'lev' | 'mina' | 'noor' | 'tobias';

export interface Person {
  key: PersonKey;
  name: string;
  role: 'instructor' | 'participant';
}

/** Names an annotation or a reply within this file. */
export type EntryKey = string;

interface Happening {
  by: PersonKey;
  /** Minutes after the seminar began; they only grow. */
  minutes: number;
}

/** Opens a thread beside a passage. */
export interface AnnotationStep extends Happening {
  kind: 'annotation';
  key: EntryKey;
  motivation: 'commenting' | 'questioning' | 'highlighting';
  /** Title of the section in which the passage stands. */
  section: string;
  /** The passage as it reads without Markdown and note marks; all of it in one paragraph, and once in its section. */
  quote: string;
  /** Markdown; empty for a highlight. */
  body: string;
  tags?: readonly string[];
}

/** Answers an annotation or another reply. */
export interface ReplyStep extends Happening {
  kind: 'reply';
  key: EntryKey;
  to: EntryKey;
  /** Markdown. */
  body: string;
}

export interface ReactionStep extends Happening {
  kind: 'reaction';
  to: EntryKey;
  reaction: 'agree' | 'insightful' | 'thanks' | 'unsure';
}

/** Marks a reply of its thread as the answer to a question. */
export interface AnswerStep extends Happening {
  kind: 'answer';
  question: EntryKey;
  reply: EntryKey;
}

export interface ResolveStep extends Happening {
  kind: 'resolve';
  /** The annotation that opened the thread. */
  thread: EntryKey;
}

/** Replaces the body of an annotation or a reply. */
export interface EditStep extends Happening {
  kind: 'edit';
  annotation: EntryKey;
  body: string;
}

export interface DeleteStep extends Happening {
  kind: 'delete';
  annotation: EntryKey;
}

/** What somebody said: it has a key, and others can refer to it. */
export type EntryStep = AnnotationStep | ReplyStep;

export type Step = EntryStep | ReactionStep | AnswerStep | ResolveStep | EditStep | DeleteStep;

/** What the instructor asks of everybody on the first morning: the whole article. */
export const asked = {
  by: 'ottilie',
  minutes: 20,
  /** The least that each should write in it. */
  contributions: 2,
  /** Days after the seminar began; later than its last words, so that the day is still to come. */
  dueInDays: 14,
} as const;

export const people: readonly Person[] = [
  { key: 'ottilie', name: 'Prof. Ottilie Quill', role: 'instructor' },
  { key: 'bram', name: 'Bram Winterbourne', role: 'participant' },
  { key: 'casimir', name: 'Casimir Dray', role: 'participant' },
  { key: 'juniper', name: 'Juniper Abara-Holt', role: 'participant' },
  { key: 'lev', name: 'Lev Pinder', role: 'participant' },
  { key: 'mina', name: 'Mina Larkspur', role: 'participant' },
  { key: 'noor', name: 'Noor Halloway', role: 'participant' },
  { key: 'tobias', name: 'Tobias Fenn', role: 'participant' },
];

const PAGE = 'A page with room on it';
const PASSAGE = 'The remark and its passage';
const REVISION = 'When the text moves';
const SILENCE = 'What silence says';
const RECORD = 'What a record is good for';
const RULES = 'Four rules for a shared margin';

export const discussion: readonly Step[] = [
  // The first day
  {
    kind: 'annotation',
    key: 'three-promises',
    by: 'ottilie',
    motivation: 'commenting',
    section: PAGE,
    quote: 'It settles three things that discussion otherwise has to settle for itself',
    body: 'Three promises. As you read, ask of each section which of the three it is about, and whether you believe it. Write when you like; we have our hour together later in the week.',
    tags: ['start here'],
    minutes: 35,
  },
  {
    kind: 'annotation',
    key: 'whose-order',
    by: 'mina',
    motivation: 'commenting',
    section: PAGE,
    quote: 'strung the pieces together in the order of the text',
    body: 'In the order of the text, yes. But which Father comes first beside a verse, and where he is made to stop, was up to Thomas. I wonder how many of their agreements are really his.',
    minutes: 410,
  },
  {
    kind: 'reply',
    key: 'hardly-a-sentence',
    by: 'casimir',
    to: 'whose-order',
    body: 'So the strongest voice in that commentary belongs to the man with ‘hardly a sentence of his own’. I have sat under chairmen like that.',
    minutes: 455,
  },
  { kind: 'reaction', to: 'hardly-a-sentence', by: 'mina', reaction: 'agree', minutes: 468 },
  {
    kind: 'annotation',
    key: 'weather',
    by: 'tobias',
    motivation: 'highlighting',
    section: PASSAGE,
    quote: 'loose in the room, they were weather',
    body: '',
    minutes: 725,
  },

  // The second day
  {
    kind: 'annotation',
    key: 'which-address',
    by: 'noor',
    motivation: 'questioning',
    section: REVISION,
    quote:
      'What a revision owes its margin is not agreement but an address, and the address is what the margin has been all along.',
    body: 'I have read this four times. Is an *address* a place where something can be found, or a way of speaking to somebody? And if the margin has been the address ‘all along’, how can the revision still owe it one?',
    tags: ['unclear'],
    minutes: 1500,
  },
  {
    kind: 'annotation',
    key: 'kept-count',
    by: 'bram',
    motivation: 'commenting',
    section: SILENCE,
    quote: 'the members who write least have, almost without exception, read most closely',
    body: 'I don’t believe this. ‘Almost without exception’, over eleven years, would be one of the strongest results in education, and we aren’t shown a single number. How many groups? How many people? Note 6 admits that only the notes were counted. The reading was guessed.',
    tags: ['evidence'],
    minutes: 1535,
  },
  { kind: 'reaction', to: 'kept-count', by: 'tobias', reaction: 'agree', minutes: 1590 },
  {
    kind: 'reply',
    key: 'not-guessed',
    by: 'noor',
    to: 'kept-count',
    body: '*Guessed* is unfair. Note 6 says ‘judged from the essays that they wrote for me afterwards’, and an essay is something one can look at. What bothers me is ‘for me’. She knew whose essay was whose, and she already had her idea about the quiet ones.',
    minutes: 1622,
  },
  {
    kind: 'reply',
    key: 'address-is-a-place',
    by: 'mina',
    to: 'which-address',
    body: 'Look at the end of the section before. Fermat’s note mattered\n\n> because it had an address\n\nand there it is plainly a place. So: the new version need not agree with an old remark, but it has to say where the remark belongs.',
    minutes: 2105,
  },

  // The third day
  {
    kind: 'annotation',
    key: 'nothing-together',
    by: 'casimir',
    motivation: 'commenting',
    section: PASSAGE,
    quote: 'a class that talks for an hour without once pointing at a line has read nothing together',
    body: 'Too strong. Last winter four of us spent an evening on whether *Middlemarch* is a hopeful book. Nobody opened it. We all knew it well, and I went home with another opinion of the ending.',
    minutes: 2925,
  },
  {
    kind: 'reply',
    key: 'the-word-together',
    by: 'juniper',
    to: 'nothing-together',
    body: 'You had each read it. Had you read it *together*? The whole sentence hangs on that word, and the bold type rather hides it.',
    minutes: 2960,
  },
  {
    kind: 'reply',
    key: 'address-someone',
    by: 'tobias',
    to: 'which-address',
    body: 'I read it the other way. You address *someone*. The revision should speak to the people who objected, even if all it says is no.',
    minutes: 3010,
  },
  {
    kind: 'reply',
    key: 'owes-to-persons',
    by: 'casimir',
    to: 'address-someone',
    body: 'I lean that way too, because of ‘owes’. One owes things to persons. Nobody owes a place to a margin.',
    minutes: 3055,
  },
  {
    kind: 'reply',
    key: 'fourteen-year-olds',
    by: 'juniper',
    to: 'kept-count',
    body: 'Nine years with fourteen-year-olds. Some of my silent ones have read everything and some haven’t opened the book, and from the front of the room I can’t tell which. She says so herself, one paragraph up: ‘In a margin they look alike.’',
    minutes: 3370,
  },
  {
    kind: 'reply',
    key: 'both-ways',
    by: 'tobias',
    to: 'fourteen-year-olds',
    body: 'So she can’t have it both ways. (Said beside a line, this time.)',
    minutes: 3395,
  },
  { kind: 'reaction', to: 'address-is-a-place', by: 'lev', reaction: 'insightful', minutes: 3580 },

  // The fourth day
  {
    kind: 'annotation',
    key: 'copied-out',
    by: 'mina',
    motivation: 'commenting',
    section: PASSAGE,
    quote: 'The copy in which he wrote is lost.',
    body: 'Then her moral cuts both ways. What saved the note was being copied *out* of its margin, by somebody who took the trouble to carry the place along with it. I have put the printed page [in our folder](https://example.org/reading-in-company/diophantus-1670).',
    tags: ['history'],
    minutes: 4380,
  },
  {
    kind: 'reply',
    key: 'paper-is-optional',
    by: 'bram',
    to: 'copied-out',
    body: 'So what survives is a remark plus a pointer, and the paper is optional. I wish she had put it like that.',
    minutes: 4850,
  },
  { kind: 'reaction', to: 'paper-is-optional', by: 'mina', reaction: 'insightful', minutes: 4871 },

  // The fifth day: the live hour
  {
    kind: 'reply',
    key: 'what-would-you-need',
    by: 'ottilie',
    to: 'kept-count',
    body: 'Before we quarrel over the number: what would you have to see in order to believe her?',
    minutes: 6061,
  },
  {
    kind: 'reply',
    key: 'white-space-is-anonymous',
    by: 'casimir',
    to: 'fourteen-year-olds',
    body: 'She can have it both ways if white space and persons are different things. A bare paragraph is anonymous. Somebody who has sat across from you for a whole term isn’t.',
    minutes: 6063,
  },
  {
    kind: 'reply',
    key: 'names-off',
    by: 'noor',
    to: 'what-would-you-need',
    body: 'Somebody else reading those essays, with the names off.',
    minutes: 6064,
  },
  {
    kind: 'reply',
    key: 'counting-does-no-work',
    by: 'juniper',
    to: 'white-space-is-anonymous',
    body: 'Then what she has is knowledge of people. Fine, so have I. But in that case the counting does no work.',
    minutes: 6066,
  },
  {
    kind: 'reply',
    key: 'places-handed-on',
    by: 'noor',
    to: 'address-is-a-place',
    body: 'I passed over this when you wrote it, and I shouldn’t have. If an address is a place, the last clause stops being a riddle: all that a margin ever was is the places where things were said. The revision has to hand them on.',
    minutes: 6068,
  },
  {
    kind: 'reply',
    key: 'the-third-row',
    by: 'casimir',
    to: 'places-handed-on',
    body: 'And it fits the table. In the last row there is no place left, so she keeps the remark and calls it lost. If she had meant *speaking* to the objectors, that would be possible even there. I give up my ‘owes’.',
    minutes: 6070,
  },
  { kind: 'reaction', to: 'address-is-a-place', by: 'tobias', reaction: 'agree', minutes: 6071 },
  { kind: 'answer', question: 'which-address', reply: 'address-is-a-place', by: 'noor', minutes: 6072 },
  {
    kind: 'reply',
    key: 'in-either-direction',
    by: 'bram',
    to: 'counting-does-no-work',
    body: 'That I could accept. Drop the count and say that the number of notes tells you nothing about the reading, *in either direction*. It is a smaller claim and I think a true one.',
    minutes: 6075,
  },
  {
    kind: 'reply',
    key: 'your-own-standard',
    by: 'casimir',
    to: 'in-either-direction',
    body: '‘In either direction’ is a claim of fact again. By your own standard you owe us the numbers that you asked her for.',
    minutes: 6078,
  },
  {
    kind: 'reply',
    key: 'less-luggage',
    by: 'bram',
    to: 'your-own-standard',
    body: 'Caught. Then: we don’t know, and *because* we don’t know nobody should be graded by it. That is where her paragraph ends as well. I have come out where she did, with less luggage.',
    minutes: 6081,
  },
  { kind: 'reaction', to: 'less-luggage', by: 'juniper', reaction: 'agree', minutes: 6082 },
  {
    kind: 'annotation',
    key: 'a-right',
    by: 'noor',
    motivation: 'commenting',
    section: SILENCE,
    quote: 'Groups have a right to be told that somebody is there.',
    body: 'A right seems too much. I may *wish* to know who is behind the white space. But a right lays a duty on somebody, and the person with the sick child has duties enough.',
    minutes: 6084,
  },
  {
    kind: 'reply',
    key: 'may-ask',
    by: 'juniper',
    to: 'a-right',
    body: 'I see it the other way round. If nobody may ask, nobody finds out about the sick child.',
    minutes: 6087,
  },
  {
    kind: 'annotation',
    key: 'what-is-not-there',
    by: 'juniper',
    motivation: 'commenting',
    section: PASSAGE,
    quote: 'an omission has no line to stand beside',
    body: 'Where do I put what she leaves out? She never mentions reading aloud, and for my pupils that is most of what reading in company means. No line of hers is about it, so I am leaving it beside the line which says that there wouldn’t be one.',
    minutes: 6091,
  },
  {
    kind: 'reply',
    key: 'flyleaf',
    by: 'mina',
    to: 'what-is-not-there',
    body: 'On paper it would go on the flyleaf. Perhaps a shared margin needs one blank leaf too.',
    minutes: 6093,
  },
  {
    kind: 'reply',
    key: 'one-leaf-misplaced',
    by: 'tobias',
    to: 'may-ask',
    body: 'One leaf for each text, or one for the whole seminar?',
    minutes: 6094,
  },
  { kind: 'reaction', to: 'what-is-not-there', by: 'lev', reaction: 'insightful', minutes: 6095 },
  { kind: 'delete', annotation: 'one-leaf-misplaced', by: 'tobias', minutes: 6096 },
  {
    kind: 'reply',
    key: 'one-leaf',
    by: 'tobias',
    to: 'flyleaf',
    body: 'One leaf for each text, or one for the whole seminar?',
    minutes: 6097,
  },
  {
    kind: 'reply',
    key: 'not-a-counterexample',
    by: 'casimir',
    to: 'the-word-together',
    body: 'I have been turning that word over for two days. No, we read it apart, and then compared what we remembered. The evening was worth having, but it doesn’t count against her.',
    minutes: 6099,
  },
  { kind: 'resolve', thread: 'nothing-together', by: 'casimir', minutes: 6100 },
  {
    kind: 'annotation',
    key: 'kinder-place',
    by: 'tobias',
    motivation: 'commenting',
    section: SILENCE,
    quote: 'A margin in which people can be present without performing is a kinder place than a seminar table',
    body: 'Not sure. At a table I get interrupted and it’s over. Here I wrote this three times.',
    minutes: 6102,
  },
  {
    kind: 'reply',
    key: 'third-version',
    by: 'mina',
    to: 'kinder-place',
    body: 'Was the third better than the first?',
    minutes: 6104,
  },
  {
    kind: 'annotation',
    key: 'courteous',
    by: 'tobias',
    motivation: 'commenting',
    section: REVISION,
    quote: 'the courteous thing seems to be to delete it, since the fault is mended',
    body: 'I do this every week. Somebody mends what I pointed out, and I take my comment away. It never felt like robbing anyone.',
    minutes: 6107,
  },
  {
    kind: 'reply',
    key: 'three-kinds',
    by: 'casimir',
    to: 'courteous',
    body: 'It depends on what you pointed out:\n\n- a slip of the pen: let it go;\n- a wrong date: leave a trace;\n- an argument: leave all of it, with the old sentence.\n\nShe writes as though there were only the third kind.',
    minutes: 6110,
  },
  { kind: 'reaction', to: 'three-kinds', by: 'tobias', reaction: 'thanks', minutes: 6112 },

  // The sixth day and after
  {
    kind: 'edit',
    annotation: 'kinder-place',
    by: 'tobias',
    body: 'Not sure. At a table I get interrupted and it’s over. Here I wrote this three times.\n\n*Added the next day:* yes, Mina, the third was better. It was still a performance, only with rehearsals.',
    minutes: 7385,
  },
  {
    kind: 'annotation',
    key: 'wants-it-gone',
    by: 'casimir',
    motivation: 'questioning',
    section: REVISION,
    quote: 'she may not throw away other people’s sentences because they have been useful to her',
    body: 'And if the other people want them gone? On Noor’s reading of ‘address’ a remark keeps its place for good. Whose is it, once a sentence has been rewritten because of it?',
    tags: ['ownership'],
    minutes: 7650,
  },
  {
    kind: 'reply',
    key: 'changing-not-leaving',
    by: 'mina',
    to: 'wants-it-gone',
    body: 'The section on records goes halfway: ‘let anybody amend a remark, and let everybody see that it was amended’. That covers changing one’s words. It says nothing about leaving.',
    minutes: 9200,
  },
  { kind: 'reaction', to: 'changing-not-leaving', by: 'casimir', reaction: 'unsure', minutes: 10150 },
  {
    kind: 'annotation',
    key: 'speaks-to-the-record',
    by: 'noor',
    motivation: 'questioning',
    section: RECORD,
    quote: 'a group that knows it is being recorded speaks, a little, to the record',
    body: 'Is there any way of finding this out? The same group without its record is the one thing that we can’t go and read.',
    tags: ['evidence'],
    minutes: 10500,
  },
  {
    kind: 'annotation',
    key: 'second-day',
    by: 'lev',
    motivation: 'commenting',
    section: RECORD,
    quote: 'the answer everyone now repeats was offered on the second day and ignored until the sixth',
    body: 'This happened here. Mina explained ‘address’ on our second day. Nobody replied to her for nearly three days, and in the live hour it took five minutes to become the answer. Since then it has gone by Noor’s name, also in my own notes. I only saw it because I read the thread again in order.',
    minutes: 12200,
  },
  {
    kind: 'reply',
    key: 'it-was-minas',
    by: 'noor',
    to: 'second-day',
    body: 'You’re right, and I ought to have said so. It was Mina’s. Thank you, Mina.',
    minutes: 12285,
  },
  { kind: 'reaction', to: 'second-day', by: 'mina', reaction: 'thanks', minutes: 12301 },
  {
    kind: 'annotation',
    key: 'in-writing',
    by: 'bram',
    motivation: 'highlighting',
    section: RULES,
    quote: 'Change your mind in writing, in the thread where you held the other opinion.',
    body: '',
    minutes: 12330,
  },
  {
    kind: 'reply',
    key: 'read-in-order',
    by: 'ottilie',
    to: 'second-day',
    body: 'So the one who has written least here has read the record from end to end. I wonder what Bram makes of that.',
    minutes: 13000,
  },
  {
    kind: 'reply',
    key: 'one-case',
    by: 'bram',
    to: 'read-in-order',
    body: 'One case. (I have counted it.)',
    minutes: 13022,
  },
];
