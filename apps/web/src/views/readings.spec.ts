import { BlockId } from '#article';
import { AssignmentId, type Role } from '#seminar';
import { article, articleId, ExampleLog, member, places } from './example-seminar.ts';
import { instantOf, localMoment, readingsOf } from './readings.ts';

const [TEACHER, BEA, CID, DOT] = [1, 2, 3, 4];
const [ONE, TWO] = [BlockId.parse('s1'), BlockId.parse('s2')];
const assignment = (n: number) => AssignmentId.parse(`0190b8a0-0000-7000-8000-${String(700 + n).padStart(12, '0')}`);

class Class extends ExampleLog {
  joined(by: number, role: Role): this {
    const data = { member: member(by), role };
    return this.happened(by, { type: 'member.joined', version: 1, data, personal: null });
  }

  asked(n: number, contributions: number, section?: BlockId, due = '2026-12-04T17:00:00.000Z'): this {
    const data = { assignment: assignment(n), article: articleId, section, contributions, due };
    return this.happened(TEACHER, { type: 'reading.assigned', version: 1, data, personal: null });
  }

  readings() {
    return readingsOf(this.folded.state, articleId, article, places);
  }
}
const aClass = () =>
  new Class()
    .joined(TEACHER, 'instructor')
    .joined(BEA, 'participant')
    .joined(CID, 'participant')
    .joined(DOT, 'observer');
const progress = (log: Class) => log.readings()[0]?.progress;

describe('what is asked for', () => {
  it('is nothing at first', () => expect(aClass().readings()).toEqual([]));

  it('stands at the section up to which one reads; the whole at the last', () => {
    const log = aClass().asked(1, 1, ONE).asked(2, 1);
    expect(log.readings().map(({ upTo }) => upTo)).toEqual([ONE, TWO]);
  });

  it('has the whole in its place where the section is gone', () =>
    expect(aClass().asked(1, 1, BlockId.parse('gone')).annotated(BEA, 1, 'p3').readings()[0]).toMatchObject({
      upTo: TWO,
      progress: [{ written: 1 }, { written: 0 }],
    }));

  it('comes with the earliest day first', () => {
    const log = aClass().asked(1, 1, ONE, '2026-12-11T17:00:00.000Z').asked(2, 1);
    expect(log.readings().map((reading) => reading.assignment)).toEqual([assignment(2), assignment(1)]);
  });

  it('is asked of participants, each with what they wrote up to there', () => {
    const log = aClass().asked(1, 2, ONE).annotated(BEA, 1, 'p1').annotated(BEA, 2, 'p3').annotated(CID, 3, 'a1');
    log.annotated(DOT, 4, 'p1').replied(CID, 5, 1).replied(CID, 6, 2);
    expect(progress(log)).toEqual([
      { member: member(BEA), written: 1, enough: false },
      { member: member(CID), written: 2, enough: true },
    ]);
  });

  it('counts neither highlights nor what was deleted', () => {
    const log = aClass().asked(1, 1).annotated(BEA, 1, 'p1', 'highlighting', '').annotated(BEA, 2, 'p1');
    expect(progress(log)?.[0]).toMatchObject({ written: 1, enough: true });
    expect(progress(log.deleted(BEA, 2))?.[0]).toMatchObject({ written: 0, enough: false });
  });
});

describe('the day and hour', () => {
  it('goes through the fields and back', () => {
    const at = new Date(2026, 11, 4, 18, 5);
    expect(localMoment(at)).toEqual({ date: '2026-12-04', time: '18:05' });
    expect(instantOf(localMoment(at))).toBe(at.toISOString());
  });
  it('is not there while a field is empty', () => expect(instantOf({ date: '', time: '18:00' })).toBeUndefined());
});
