import { makeAnchor } from '#anchoring';
import { BlockId } from '#article';
import { onlyFor } from '../audience.ts';
import type { Intent } from '../commands.ts';
import type { Event, PassageTarget } from '../events.ts';
import { ArticleId, type MemberId } from '../ids.ts';
import * as s from '../testing/a-seminar.ts';
import { given, type Past } from '../testing/given.ts';

const create = (
  data: { body?: string; target?: PassageTarget; tags?: string[]; motivation?: 'commenting' | 'highlighting' } = {},
): Intent => ({
  type: 'annotation.create',
  data: { annotation: s.note(1), motivation: 'commenting', target: s.passage, body: 'Indeed.', tags: [], ...data },
});

describe('annotating a passage', () => {
  it('opens a thread', () =>
    given(...s.underWay)
      .when(s.ben, create())
      .then(s.created(1)));

  it('trims words and tags, and takes each tag once', () =>
    given(...s.underWay)
      .when(s.ben, create({ body: '  Indeed.\n', tags: ['method', ' method '] }))
      .then({
        type: 'annotation.created',
        version: 1,
        data: { annotation: s.note(1), motivation: 'commenting', target: s.passage, tags: ['method'] },
        personal: { body: 'Indeed.' },
      }));

  it('is for those who take part', () => {
    given(...s.underWay)
      .when(s.cleo, create())
      .thenRejected('policy/not-allowed');
    given(...s.underWay)
      .when(s.stranger, create())
      .thenRejected('policy/not-a-member');
  });

  it('is for everybody in their own notes', () =>
    given(...s.underWay)
      .when(s.cleo, create(), { audience: onlyFor(s.cleo) })
      .then(s.created(1)));

  it('is for nobody in the notes of another', () =>
    given(...s.underWay)
      .when(s.ada, create(), { audience: onlyFor(s.ben) })
      .thenRejected('policy/not-allowed'));

  it('needs words, unless it highlights', () => {
    given(...s.underWay)
      .when(s.ben, create({ body: ' ' }))
      .thenRejected('annotation/empty');
    given(...s.underWay)
      .when(s.ben, create({ body: '', motivation: 'highlighting' }))
      .then(s.created(1, 'highlighting', ''));
  });

  it('needs an id that nothing else has', () =>
    given(...s.underWay, s.annotated(s.ada, 1))
      .when(s.ben, create())
      .thenRejected('annotation/id-taken'));

  it('needs a passage that stands there as quoted', () => {
    const [anchor] = s.passage.anchors;
    const target = (change: Partial<PassageTarget>) => create({ target: { ...s.passage, ...change } });
    const elsewhere = ArticleId.parse('00000000-0000-4000-8000-000000000099');
    given(...s.underWay)
      .when(s.ben, target({ article: elsewhere }))
      .thenRejected('article/unknown');
    given(...s.underWay)
      .when(s.ben, target({ version: 2 }))
      .thenRejected('article/unknown-version');
    given(...s.underWay)
      .when(s.ben, target({ anchors: [makeAnchor(BlockId.parse('gone'), s.text, 0, 5)] }))
      .thenRejected('anchor/unknown-block');
    given(...s.underWay)
      .when(
        s.ben,
        target({ anchors: [{ ...anchor, position: { start: 3, end: 9 } } as (typeof s.passage.anchors)[0]] }),
      )
      .thenRejected('anchor/quote-mismatch');
    given(...s.underWay)
      .when(s.ben, target({ anchors: [...s.passage.anchors, ...s.passage.anchors] }), { limits: { anchors: 1 } })
      .thenRejected('anchor/too-many');
  });

  it('has limits', () => {
    given(...s.underWay)
      .when(s.ben, create({ body: 'four' }), { limits: { bodyCharacters: 3 } })
      .thenRejected('annotation/too-long');
    given(...s.underWay)
      .when(s.ben, create({ tags: ['a', 'b'] }), { limits: { tags: 1 } })
      .thenRejected('annotation/tags');
    given(...s.underWay)
      .when(s.ben, create({ tags: [''] }))
      .thenRejected('annotation/tags');
  });
});

describe('replying', () => {
  const reply = (to: number) =>
    ({
      type: 'annotation.reply',
      data: { annotation: s.note(9), target: { kind: 'annotation', annotation: s.note(to) }, body: 'Why?' },
    }) as const;

  it('answers an annotation or another reply', () => {
    given(...s.underWay, s.annotated(s.ada, 1))
      .when(s.ben, reply(1))
      .then(s.replied(s.ben, 9, 1)[1]);
    given(...s.underWay, s.annotated(s.ada, 1), s.replied(s.ben, 2, 1))
      .when(s.ada, reply(2))
      .then(s.replied(s.ada, 9, 2)[1]);
  });
  it('needs something to answer', () =>
    given(...s.underWay)
      .when(s.ben, reply(1))
      .thenRejected('annotation/unknown'));
  it('can answer what has been deleted', () =>
    given(...s.underWay, s.annotated(s.ada, 1), s.deleted(s.ada, 1))
      .when(s.ben, reply(1))
      .then(s.replied(s.ben, 9, 1)[1]));
  it('nests to a depth that is a setting', () =>
    given(...s.underWay, s.annotated(s.ada, 1), s.replied(s.ben, 2, 1))
      .when(s.ada, reply(2), { limits: { replyDepth: 1 } })
      .thenRejected('annotation/too-deep'));
});

describe('editing', () => {
  const edit = (revision: number, body = 'Better.') =>
    ({ type: 'annotation.edit', data: { annotation: s.note(1), revision, body } }) as const;
  const edited = (revision: number) =>
    ({
      type: 'annotation.edited',
      version: 1,
      data: { annotation: s.note(1), revision },
      personal: { body: 'Better.' },
    }) as const;

  it('makes the next revision', () =>
    given(...s.underWay, s.annotated(s.ben, 1))
      .when(s.ben, edit(1))
      .then(edited(2)));
  it('is for the author alone', () =>
    given(...s.underWay, s.annotated(s.ben, 1))
      .when(s.ada, edit(1))
      .thenRejected('policy/not-allowed'));
  it('notices that it has changed since', () =>
    given(...s.underWay, s.annotated(s.ben, 1), [s.ben, edited(2)])
      .when(s.ben, edit(1))
      .thenRejected('annotation/changed-since'));
  it('comes too late for what is deleted', () =>
    given(...s.underWay, s.annotated(s.ben, 1), s.deleted(s.ada, 1))
      .when(s.ben, edit(1))
      .thenRejected('annotation/deleted'));
  it('leaves no empty words', () =>
    given(...s.underWay, s.annotated(s.ben, 1))
      .when(s.ben, edit(1, ' '))
      .thenRejected('annotation/empty'));
});

describe('deleting', () => {
  const remove = (n: number) => ({ type: 'annotation.delete', data: { annotation: s.note(n) } }) as const;

  it('is for the author and for instructors', () => {
    const past = [...s.underWay, s.annotated(s.ben, 1), s.joined(s.stranger, 'participant')];
    given(...past)
      .when(s.ben, remove(1))
      .then(s.deleted(s.ben, 1)[1]);
    given(...past)
      .when(s.ada, remove(1))
      .then(s.deleted(s.ada, 1)[1]);
    given(...past)
      .when(s.stranger, remove(1))
      .thenRejected('policy/not-allowed');
  });
  it('happens once', () =>
    given(...s.underWay, s.annotated(s.ben, 1), s.deleted(s.ben, 1))
      .when(s.ben, remove(1))
      .thenRejected('annotation/deleted'));
  it('opens the question again that it answered', () =>
    given(...s.underWay, s.annotated(s.ada, 1, 'questioning'), s.replied(s.ben, 2, 1), [
      s.ada,
      { type: 'question.answered', version: 1, data: { question: s.note(1), answer: s.note(2) }, personal: null },
    ])
      .when(s.ben, remove(2))
      .then(s.deleted(s.ben, 2)[1], {
        type: 'answer.withdrawn',
        version: 1,
        data: { question: s.note(1) },
        personal: null,
      }));
});

describe('taking a deletion back', () => {
  const restore = (n: number) =>
    ({ type: 'annotation.restore', data: { annotation: s.note(n), body: 'Indeed.' } }) as const;
  const restored = (n: number, more: { tags?: string[]; agreeing?: MemberId[] } = {}) => {
    const { tags = [], agreeing = [] } = more;
    const reactions = agreeing.length > 0 ? [{ reaction: 'agree' as const, members: agreeing }] : [];
    const data = { annotation: s.note(n), tags, reactions };
    return { type: 'annotation.restored', version: 1, data, personal: { body: 'Indeed.' } } as const;
  };
  const late = { limits: { restoreSeconds: 86_400 } };

  it('brings it back with its tags and reactions', () =>
    given(
      ...[...s.underWay, s.annotated(s.ben, 1), s.replied(s.ada, 2, 1)],
      [s.ben, { type: 'annotation.tagged', version: 1, data: { annotation: s.note(1), tags: ['a'] }, personal: null }],
      [
        s.ada,
        { type: 'reaction.added', version: 1, data: { annotation: s.note(1), reaction: 'agree' }, personal: null },
      ],
      s.deleted(s.ben, 1),
    )
      .when(s.ben, restore(1), late)
      .then(restored(1, { tags: ['a'], agreeing: [s.ada] })));
  it('is for whoever deleted it', () => {
    const past = [...s.underWay, s.annotated(s.ben, 1)];
    given(...past, s.deleted(s.ada, 1))
      .when(s.ben, restore(1), late)
      .thenRejected('annotation/deleted-by-another');
    given(...past, s.deleted(s.ada, 1))
      .when(s.ada, restore(1), late)
      .then(restored(1));
    given(...past, s.deleted(s.ben, 1), s.joined(s.stranger, 'participant'))
      .when(s.stranger, restore(1), late)
      .thenRejected('policy/not-allowed');
  });
  it('can be done for a while', () => {
    // Deleted at 14:06, taken back at 15:00.
    const past = [...s.underWay, s.annotated(s.ben, 1), s.deleted(s.ben, 1)];
    given(...past)
      .when(s.ben, restore(1), { limits: { restoreSeconds: 54 * 60 } })
      .then(restored(1));
    given(...past)
      .when(s.ben, restore(1), { limits: { restoreSeconds: 54 * 60 - 1 } })
      .thenRejected('annotation/restore-too-late');
  });
  it('changes nothing where it is there', () => {
    given(...s.underWay, s.annotated(s.ben, 1))
      .when(s.ben, restore(1))
      .thenNothing();
    given(...s.underWay, s.annotated(s.ben, 1), s.deleted(s.ben, 1), [s.ben, restored(1)])
      .when(s.ben, restore(1))
      .thenNothing();
  });
  it('makes it the answer again that it was, unless there is another', () => {
    const answered = (n: number): Event => ({
      ...{ type: 'question.answered', version: 1, data: { question: s.note(1), answer: s.note(n) }, personal: null },
    });
    const past = [
      ...[...s.underWay, s.annotated(s.ada, 1, 'questioning'), s.replied(s.ben, 2, 1), s.replied(s.ben, 3, 1)],
      [s.ada, answered(2)],
      s.deleted(s.ben, 2),
      [s.ben, { type: 'answer.withdrawn', version: 1, data: { question: s.note(1) }, personal: null }],
    ] as const satisfies Past[];
    given(...past)
      .when(s.ben, restore(2), late)
      .then(restored(2), answered(2));
    given(...past, [s.ada, answered(3)])
      .when(s.ben, restore(2), late)
      .then(restored(2));
  });
});

describe('tagging', () => {
  const tag = (...tags: string[]) => ({ type: 'annotation.tag', data: { annotation: s.note(1), tags } }) as const;
  const tagged = (...tags: string[]) =>
    ({ type: 'annotation.tagged', version: 1, data: { annotation: s.note(1), tags }, personal: null }) as const;

  it('says all the tags', () =>
    given(...s.underWay, s.annotated(s.ben, 1))
      .when(s.ada, tag('a', 'b'))
      .then(tagged('a', 'b')));
  it('changes nothing where they are the same', () =>
    given(...s.underWay, s.annotated(s.ben, 1), [s.ada, tagged('a')])
      .when(s.ben, tag('a'))
      .thenNothing());
});

describe('reacting', () => {
  const agree = (type: 'reaction.add' | 'reaction.remove') =>
    ({ type, data: { annotation: s.note(1), reaction: 'agree' } }) as const;
  const agreed = (type: 'reaction.added' | 'reaction.removed') =>
    ({ type, version: 1, data: { annotation: s.note(1), reaction: 'agree' }, personal: null }) as const;
  const past = [...s.underWay, s.annotated(s.ada, 1)];

  it('counts once', () => {
    given(...past)
      .when(s.ben, agree('reaction.add'))
      .then(agreed('reaction.added'));
    given(...past, [s.ben, agreed('reaction.added')])
      .when(s.ben, agree('reaction.add'))
      .thenNothing();
  });
  it('can be taken back', () => {
    given(...past, [s.ben, agreed('reaction.added')])
      .when(s.ben, agree('reaction.remove'))
      .then(agreed('reaction.removed'));
    given(...past)
      .when(s.ben, agree('reaction.remove'))
      .thenNothing();
  });
  it('is not for those who look on', () =>
    given(...past)
      .when(s.cleo, agree('reaction.add'))
      .thenRejected('policy/not-allowed'));
  it('needs something that is still there', () =>
    given(...past, s.deleted(s.ada, 1))
      .when(s.ben, agree('reaction.add'))
      .thenRejected('annotation/deleted'));
});
