/**
 * What diagnostics say: each sentence has a name, and facts that it is made of. In English it stands here, for the command line and
 * for whoever knows no better; the web app says the same in the languages that it has.
 */
import { z } from 'zod';
import { quoted } from './quoted.ts';

/** Why a picture was not taken. */
export const WHYS = ['absent', 'not-in-file', 'kind', 'size', 'number', 'drawn', 'undecodable'] as const;

export const Facts = z.object({
  /** What it is about, as it begins in the source; and another text beside it. */
  words: z.string().optional(),
  other: z.string().optional(),
  /** Of a note; and another one. */
  label: z.string().optional(),
  second: z.string().optional(),
  /** How many, or which: of notes, of a page, of a link. */
  count: z.number().optional(),
  why: z.enum(WHYS).optional(),
  /** What is allowed, in bytes or pictures. */
  most: z.number().optional(),
});
/** What a sentence is made of. */
export type Facts = z.infer<typeof Facts>;

/** Why a picture was not taken, and what would be allowed. */
export type Refusal = Pick<Facts, 'most'> & Required<Pick<Facts, 'why'>>;

export type Sentence = (facts: Facts) => string;

const q = (text: string | undefined): string => quoted(text ?? '');
const named = (text: string | undefined): string => (text ? ` ${q(text)}` : '');

function because({ why = 'absent', most = 0 }: Facts): string {
  switch (why) {
    case 'absent':
      return 'it did not come along';
    case 'not-in-file':
      return 'it is not in the file';
    case 'kind':
      return 'it is not a PNG, JPEG, GIF or WebP';
    case 'size':
      return `it is larger than ${most} bytes`;
    case 'number':
      return `there are more than ${most} pictures`;
    case 'drawn':
      return 'it is drawn with lines, which are not taken over';
    case 'undecodable':
      return 'it can’t be decoded';
  }
}

/** Every sentence, in English. */
export const ENGLISH = {
  'title-from-name': ({ words }) => `The text has no title, so it is called ${q(words)} like the file.`,
  'note-idle': ({ label, words }) => `Nothing refers to note ${label}, ${q(words)}. It is kept, behind the others.`,
  'note-missing': ({ label }) => `There is no note ${label}.`,
  'note-missing-somewhere': () => 'There is no note for a reference.',
  'note-joined': ({ words, label }) => `Took ${q(words)} for the rest of note ${label}.`,
  'note-label-inferred': ({ words, label }) => `Took the note ${q(words)}, which has no number, for note ${label}.`,
  'note-moved': ({ label, second }) => `Put note ${label}, which stood behind note ${second}, in its place.`,
  'note-renumbered': ({ label, second }) => `Note ${label} is note ${second} now.`,
  'notes-counted': ({ count }) =>
    `The numbers of the notes begin anew within the text, so the ${count} notes were counted through.`,
  'reference-moved': ({ label, words }) =>
    `Moved the reference to note ${label} from the title ${q(words)} to the text below it.`,
  'picture-missing': (facts) => `Left out the picture${named(facts.words)}: ${because(facts)}.`,
  'picture-in-line-missing': (facts) => `Left out a picture in the line${named(facts.words)}: ${because(facts)}.`,
  'formula-picture-missing': (facts) => `Left out a formula that is a picture: ${because(facts)}.`,
  'picture-of-page-missing': (facts) =>
    `The picture of the figure${named(facts.words)} on page ${facts.count} is not taken over: ${because(facts)}.${facts.other ? ` The words in it are left out: ${q(facts.other)}.` : ''}`,
  'figure-without-picture': ({ words, count }) =>
    `There is no picture to the figure${named(words)} on page ${count}, only its caption.`,
  'link-left-out': ({ words }) => `Kept the words ${q(words)} without their link.`,
  'link-to-left-out': ({ words, other }) => `Kept the words ${q(words)} without their link to ${q(other)}.`,
  'link-of-list-left-out': ({ count, words }) => `Left out where link ${count} leads: ${q(words)}.`,
  'around-the-article': ({ words }) => `Left out what is no part of the article: ${q(words)}.`,
  'page-head': ({ words }) => `Left out the page head ${q(words)}.`,
  'title-page-line': ({ words }) => `Left out the line ${q(words)} of the title page.`,
  'glyph-removed': ({ words, other }) => `Removed ${q(words)} beside the name ${q(other)}.`,
  'word-mended': ({ words, other }) => `Read ${q(words)} as ${q(other)}.`,
  'paragraph-joined': ({ words }) => `Joined ${q(words)} with the paragraph it continues.`,
  'front-matter-unreadable': ({ words }) => `The front matter can’t be read: ${words}.`,
  'front-matter-ignored': ({ words }) => `Left out ${q(words)} of the front matter: it has an unknown form.`,
  'html-left-out': ({ words }) => `Left out the HTML ${q(words)}.`,
  'embedded-left-out': ({ words }) => `Left out what is shown here from elsewhere${named(words)}.`,
  'box-opened': ({ words }) => `What stood in a box is text now: ${q(words)}.`,
  'heading-guessed': ({ words }) =>
    `Took the paragraph ${q(words)} for a heading, because all of it is in strong type.`,
  'quotation-guessed': ({ words }) => `Took the paragraph ${q(words)} for a quotation, because it is moved in.`,
  'deleted-left-out': ({ words }) => `Left out what was deleted: ${q(words)}.`,
  'sign-left-out': ({ words }) => `Left out a sign of the font ${q(words)}, which is no letter elsewhere.`,
  'file-within-left-out': () => 'Left out a part that is a file of its own within this one.',
  'page-without-text': ({ count }) =>
    `Page ${count} has no text: it is empty, or a picture such as a scan. Have the text recognised, and import that.`,
  'letters-unknown': ({ count, words }) =>
    `The font of page ${count} doesn’t say what all its letters are: � stands for those, as in ${q(words)}.`,
  'turned-left-out': ({ words }) => `Left out ${q(words)}, which stands across the page.`,
  'formula-guessed': ({ words }) => `The formula ${q(words)} is guessed from where its signs stand.`,
  'table-guessed': ({ words }) => `The table ${q(words)} is guessed from where its words stand.`,
  'table-as-text': ({ words }) => `The table ${q(words)} is read as running text. Check what stands near it.`,
} as const satisfies Record<string, Sentence>;

/** Names a sentence. */
export type Saying = keyof typeof ENGLISH;

const isSaying = (name: string): name is Saying => name in ENGLISH;

export const Saying = z.string().refine(isSaying);
