import type { Event } from './events.ts';

/** Why a command was not carried out. The codes are part of the protocol: they are never renamed. */
export const REJECTIONS = {
  'seminar/already-open': 'This seminar is open already.',
  'seminar/not-open': 'There is no such seminar.',
  'seminar/title-length': 'The title is empty or too long.',
  'policy/not-a-member': 'You are not a member of this seminar. Ask for an invitation.',
  'policy/not-allowed': 'Your role in this seminar does not allow that.',
  'member/already-joined': 'You have joined this seminar already.',
  'member/unknown': 'There is no such member in this seminar.',
  'member/last-instructor': 'A seminar keeps at least one instructor. Make somebody else instructor first.',
  'group/unknown': 'There is no such group in this seminar.',
  'group/name': 'The name of the group is empty, too long, or that of another group.',
  'group/too-many': 'There are as many groups as this server takes.',
  'hour/under-way': 'A live hour is being held already. End that first.',
  'hour/none': 'No live hour is being held.',
  'timer/length': 'Set the clock to a second at least, and to four hours at most.',
  'poll/unknown': 'There is no such poll.',
  'poll/closed': 'This poll is closed.',
  'poll/words': 'A poll needs a question and two answers or more, none empty, and not too long.',
  'poll/unknown-option': 'There is no such answer in this poll.',
  'poll/anonymous': 'This poll is anonymous: it is answered by ballot.',
  'article/unknown': 'There is no such article in this seminar.',
  'article/unknown-version': 'This version of the article is not in this seminar.',
  'article/version-conflict': 'Somebody else has imported a version meanwhile. Look at it, then import again.',
  'article/too-large': 'The article is larger than this server takes.',
  'article/no-text': 'The article has no text.',
  'article/duplicate-block': 'Two blocks of the article have the same id.',
  'anchor/unknown-block': 'The passage is not in this version of the article.',
  'anchor/quote-mismatch': 'The quotation is not what stands at that place of the article.',
  'anchor/too-many': 'The passage reaches over too many paragraphs. Choose a shorter one.',
  'annotation/id-taken': 'This id is in use already. Send it with a new one.',
  'annotation/unknown': 'There is no such annotation.',
  'annotation/deleted': 'This has been deleted meanwhile.',
  'annotation/deleted-by-another': 'Only whoever deleted it can take that back.',
  'annotation/restore-too-late': 'It was deleted too long ago to take that back.',
  'annotation/words-erased': 'Its words have been erased for good, so it can’t come back.',
  'annotation/empty': 'There is nothing written in it.',
  'annotation/too-long': 'The text is longer than this server takes. Shorten it, or split it in two.',
  'annotation/changed-since': 'It has changed since you opened it. Look at the new text, then save yours again.',
  'annotation/too-deep': 'Replies are nested too deep here. Answer further up.',
  'annotation/tags': 'There are too many tags, or one is empty or too long.',
  'question/not-a-question': 'Only a question can be answered.',
  'question/not-a-reply': 'The answer has to be a reply in the thread of the question.',
  'question/already-answered': 'This question has an answer already. Take that back first.',
  'question/not-answered': 'This question has no answer yet.',
  'thread/not-a-thread': 'Only an annotation on the text opens a thread.',
  'thread/already-resolved': 'This thread is resolved already.',
  'thread/not-resolved': 'This thread is open.',
  'summary/unknown': 'Nothing on this section has been summed up yet.',
  'summary/pinned': 'This summary is pinned, so that it stays as it is. Unpin it first.',
  'summary/changed-since': 'It has been made anew since you opened it. Look at the new one, then change that.',
  'summary/uncited': 'A sentence rests on words that are not in this seminar, or not any more.',
  'summary/length': 'The summary is empty, or longer than this server takes.',
  'reading/unknown': 'This reading is not asked for, or not any more.',
  'reading/unknown-section': 'This section is not in the newest version of the article. Choose another.',
  'reading/another-article': 'A reading stays with its article. Ask for a new one instead.',
  'reading/due-passed': 'That day and hour have passed. Choose a later one.',
} as const;

export type RejectionCode = keyof typeof REJECTIONS;

/** A command that was not carried out: `message` says what to do about it. */
export interface Rejection {
  code: RejectionCode;
  message: string;
}

/** What `decide` says: the events that follow (none where nothing would change), or why not. */
export type Decision = { ok: true; events: readonly Event[] } | { ok: false; rejection: Rejection };

export const accept = (...events: Event[]): Decision => ({ ok: true, events });
export const reject = (code: RejectionCode): Decision => ({
  ok: false,
  rejection: { code, message: REJECTIONS[code] },
});
