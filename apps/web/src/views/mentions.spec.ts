import { mentionOf, mentionsIn } from '#seminar';
import { member } from './example-seminar.ts';
import { handlesOf, toStored, toTyped } from './mentions.ts';

const [ben, benedict, other] = [member(1), member(2), member(3)];
const handles = handlesOf([
  { member: ben, name: 'Ben Quill' },
  { member: benedict, name: 'Ben Quillson' },
  { member: other, name: 'Ben Quill' },
]);

describe('a mention', () => {
  it('is kept by id, whoever has the longest name that was typed', () => {
    expect(toStored('@Ben Quill, see @Ben Quillson!', handles)).toBe(`${mentionOf(ben)}, see ${mentionOf(benedict)}!`);
  });
  it('tells two of the same name apart', () => {
    expect(mentionsIn(toStored('@Ben Quill (2) and @Ben Quill', handles))).toEqual([other, ben]);
  });
  it('is none in an address, nor of somebody who is not here', () => {
    for (const body of ['me@Ben Quill', '@Benny', '@Ben', 'a.@Ben Quill']) expect(toStored(body, handles)).toBe(body);
  });
  it('is edited by name, and comes out as it was', () => {
    const stored = `Ask ${mentionOf(other)} and ${mentionOf(member(9))}.`;
    expect(toTyped(stored, handles)).toBe(`Ask @Ben Quill (2) and @[${member(9)}].`);
    expect(toStored(toTyped(stored, handles), handles)).toBe(stored);
  });
});
