import { v4 } from 'uuid';
import type { PresenceFrame } from '#protocol';
import { AnnotationId, MemberId, SeminarId } from '#seminar';
import { Presence } from './presence.ts';

const [seminar, ada, ben] = [SeminarId.parse(v4()), MemberId.parse(v4()), MemberId.parse(v4())];
const typing = AnnotationId.parse(v4());

/** No other gateway. */
const alone = { here: () => [], keep: async () => undefined, onChange: () => undefined };

describe('presence', () => {
  it('has each member once, where they were last', () => {
    const presence = new Presence(1_000, alone, () => undefined);
    presence.report(seminar, 'tab-1', ada, { section: 's-1', typing });
    presence.report(seminar, 'phone', ben, {});
    presence.report(seminar, 'tab-2', ada, { section: 's-2' });
    expect(presence.here(seminar)).toEqual([
      { member: ada, section: 's-2', typing, leads: undefined },
      { member: ben, section: undefined, typing: undefined, leads: undefined },
    ]);
    presence.leave(seminar, 'tab-2');
    expect(presence.here(seminar)[0]).toEqual({ member: ada, section: 's-1', typing, leads: undefined });
    presence.leave(seminar, 'tab-1');
    expect(presence.here(seminar).map(({ member }) => member)).toEqual([ben]);
    presence.close();
  });

  it('is told once per interval, as it is then', async () => {
    const frames: PresenceFrame[] = [];
    const presence = new Presence(20, alone, (frame) => frames.push(frame));
    for (let n = 0; n < 50; n++) presence.report(seminar, 'tab', ada, { section: `s-${n}` });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(frames).toEqual([
      { seminar, here: [{ member: ada, section: 's-49', typing: undefined, leads: undefined }] },
    ]);
    presence.leave(seminar, 'tab');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(frames.at(-1)).toEqual({ seminar, here: [] });
    presence.close();
  });
});
