import { asideWith } from '#seminar';
import { concernsOf } from './concerns.ts';
import { annotation, ExampleLog, member } from './example-seminar.ts';

const of = (log: ExampleLog, who = 1) => concernsOf(log.folded, member(who));

it('changes with what is said to me or in my thread, and with nothing else', () => {
  const mine = () => new ExampleLog().annotated(1, 10, 'p1').annotated(2, 11, 'p2');
  const before = of(mine());
  expect(of(mine().replied(2, 12, 11))).toBe(before);
  expect(of(mine().replied(1, 12, 10))).toBe(before);
  expect(of(mine().replied(2, 12, 10))).not.toBe(before);
  const deeper = mine().replied(1, 12, 10).replied(2, 13, 12);
  expect(of(deeper.replied(3, 14, 13))).not.toBe(of(mine().replied(1, 12, 10).replied(2, 13, 12)));
});

it('changes when my question has an answer', () => {
  const asked = () => new ExampleLog().annotated(1, 10, 'p1', 'questioning').replied(2, 11, 10);
  const answered = asked().happened(1, {
    type: 'question.answered',
    version: 1,
    data: { question: annotation(10), answer: annotation(11) },
    personal: null,
  });
  expect(of(answered)).not.toBe(of(asked()));
});

it('changes when somebody names me', () => {
  const named = new ExampleLog().annotated(2, 10, 'p1', 'commenting', `Ask @[${member(1)}].`);
  expect(of(named)).not.toBe(of(new ExampleLog().annotated(2, 10, 'p1')));
});

it('changes when somebody begins with me apart, or with the instructors', () => {
  const begun = new ExampleLog().annotated(2, 10, 'p1').folded;
  const nothing = new ExampleLog().folded;
  const apart = (log: typeof begun, who = 1) => concernsOf(log, member(1), asideWith(member(who)));
  expect(apart(begun)).not.toBe(apart(nothing));
  expect(apart(begun, 2)).not.toBe(apart(nothing, 2));
  expect(concernsOf(begun, member(1))).toBe(concernsOf(nothing, member(1)));
});
