import { CommandRequest } from '#protocol';
import { malformed } from './refused.ts';

const request = {
  id: '01a20b69-ac9f-7168-b496-b96c4c06c051',
  seminar: '00000000-0000-4000-8000-000000000001',
  audience: 'everyone',
  type: 'annotation.edit',
  data: { annotation: '00000000-0000-4000-8000-000000000002', revision: 1, body: 'Better.' },
};
const refusalOf = (message: unknown) => {
  const { error } = CommandRequest.safeParse(message);
  return error && malformed(error.issues).error;
};

describe('a malformed request', () => {
  it('is told where it is wrong', () => {
    expect(refusalOf(request)).toBeUndefined();
    expect(refusalOf({ ...request, data: { ...request.data, revision: 'one' } })).toMatchObject({
      code: 'request/malformed',
      path: 'data.revision',
    });
    expect(refusalOf('nonsense')).toMatchObject({ code: 'request/malformed' });
  });

  it('with characters that are no text has a code of its own', () => {
    for (const body of ['a\0b', 'half \ud800 a pair']) {
      expect(refusalOf({ ...request, data: { ...request.data, body } })).toMatchObject({
        code: 'text/ill-formed',
        path: 'data.body',
      });
    }
  });
});
