/** A small seminar for specs: three people, one article, and short ways to say what happened. */
import { makeAnchor } from '#anchoring';
import { type Article, BlockId } from '#article';
import type { Event, PassageTarget } from '../events.ts';
import { AnnotationId, ArticleId, MemberId, SeminarId } from '../ids.ts';
import type { Motivation } from '../vocabulary.ts';
import type { Past } from './given.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const seminar = SeminarId.parse(uuid(1));
export const article = ArticleId.parse(uuid(2));
export const ada = MemberId.parse(uuid(11));
export const ben = MemberId.parse(uuid(12));
export const cleo = MemberId.parse(uuid(13));
export const stranger = MemberId.parse(uuid(19));
/** The nth annotation. */
export const note = (n: number): AnnotationId => AnnotationId.parse(uuid(100 + n));

export const block = BlockId.parse('p-1');
export const text = 'A margin is a place to answer back.';

export const document: Article = {
  title: 'On margins',
  authors: [{ name: 'A. Nonymous' }],
  abstract: [],
  keywords: [],
  sections: [
    {
      id: BlockId.parse('s-1'),
      title: 'Margins',
      level: 1,
      blocks: [
        { type: 'paragraph', id: block, text, marks: [], notes: [] },
        { type: 'paragraph', id: BlockId.parse('p-2'), text: 'A second paragraph.', marks: [], notes: [] },
      ],
    },
  ],
  notes: [],
  back: [],
};

export const passage: PassageTarget = {
  kind: 'passage',
  article,
  version: 1,
  anchors: [makeAnchor(block, text, 2, 8)],
};

export const opened: Past = [
  ada,
  { type: 'seminar.opened', version: 1, data: { seminar, title: 'Margins' }, personal: null },
];
export const joined = (member: MemberId, role: 'instructor' | 'participant' | 'observer'): Past => [
  member,
  { type: 'member.joined', version: 1, data: { member, role }, personal: null },
];
export const imported: Past = [
  ada,
  { type: 'article.imported', version: 2, data: { article, version: 1, document }, personal: null },
];
/** Ada teaches, Ben takes part, Cleo looks on; the article is there. */
export const underWay: Past[] = [
  opened,
  joined(ada, 'instructor'),
  joined(ben, 'participant'),
  joined(cleo, 'observer'),
  imported,
];

export const annotated = (by: MemberId, n: number, motivation: Motivation = 'commenting', body = 'Indeed.'): Past => [
  by,
  created(n, motivation, body),
];
export const created = (n: number, motivation: Motivation = 'commenting', body = 'Indeed.'): Event => ({
  type: 'annotation.created',
  version: 1,
  data: { annotation: note(n), motivation, target: passage, tags: [] },
  personal: { body },
});
export const replied = (by: MemberId, n: number, to: number, body = 'Why?'): Past => [
  by,
  {
    type: 'annotation.created',
    version: 1,
    data: {
      annotation: note(n),
      motivation: 'replying',
      target: { kind: 'annotation', annotation: note(to) },
      tags: [],
    },
    personal: { body },
  },
];
export const deleted = (by: MemberId, n: number): Past => [
  by,
  { type: 'annotation.deleted', version: 1, data: { annotation: note(n) }, personal: null },
];
