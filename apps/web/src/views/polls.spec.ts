import { makeAnchor } from '#anchoring';
import { BlockId } from '#article';
import { PollId } from '#seminar';
import { articleId, ExampleLog, member, passages } from './example-seminar.ts';
import { pollsOf } from './polls.ts';

const poll = PollId.parse('0190b8a0-0000-7000-8000-0000000000f1');
const block = BlockId.parse('p1');
const target = {
  kind: 'passage' as const,
  article: articleId,
  version: 1,
  anchors: [makeAnchor(block, passages.get(block) ?? '', 0, 5)],
};
const asked = (named: boolean) =>
  new ExampleLog().happened(1, {
    ...{ type: 'poll.opened', version: 1, data: { poll, target, options: 2, named } },
    personal: { body: 'Which?\nThis\nThat' },
  });

describe('a poll', () => {
  it('shows who chose what, where it is named', () => {
    const log = asked(true)
      .happened(2, { type: 'poll.answered', version: 1, data: { poll, option: 1 }, personal: null })
      .happened(3, { type: 'poll.answered', version: 1, data: { poll, option: 1 }, personal: null })
      .happened(3, { type: 'poll.answered', version: 1, data: { poll, option: 0 }, personal: null });
    expect(pollsOf(log.folded, articleId, passages, member(3), {})).toMatchObject([
      {
        question: 'Which?',
        total: 2,
        mine: 0,
        passage: { block: 'p1' },
        options: [
          { text: 'This', votes: 1, share: 0.5, members: [member(3)] },
          { text: 'That', votes: 1, share: 0.5, members: [member(2)] },
        ],
      },
    ]);
  });
  it('counts ballots and names nobody, where it is anonymous', () => {
    const log = asked(false).happened(9, {
      type: 'ballot.cast',
      version: 1,
      data: { poll, ballot: 'b', option: 1 },
      personal: null,
    });
    const [view] = pollsOf(log.folded, articleId, passages, member(2), { [poll]: 1 });
    expect(view).toMatchObject({ total: 1, mine: 1 });
    expect(view?.options.map(({ votes, members }) => [votes, members])).toEqual([
      [0, []],
      [1, []],
    ]);
  });
});
