/** A projection takes events in portions as they come: few while people write, many when it is rebuilt. */
import fc from 'fast-check';
import { aLog, type TestLog } from '../../log/src/testing/a-log.ts';
import { aPastOf, writings } from '../../log/src/testing/a-past.ts';
import { discussion } from './discussion/projection.ts';
import { notification } from './notifications/projection.ts';
import { search } from './search/projection.ts';
import { forget, rowsOf } from './testing/rows.ts';

let test: TestLog;
beforeEach(async () => {
  test = await aLog();
});
afterEach(() => test.close());

it.each([discussion, search, notification].map((projection) => [projection.name, projection] as const))(
  'comes to the same in whichever portions it is folded: %s',
  async (_, projection) => {
    const log = await test.gateway();
    const portions = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(writings, portions, async (past, some) => {
        const key = await aPastOf(test, log, past);
        const events = await log.store.read(key, 0, 1_000);
        await projection.fold(key, events, log.pool);
        const atOnce = await rowsOf(projection, log.pool, [key.seminar]);
        for (const sizes of [[1], some]) {
          await forget(projection, log.pool, key.seminar);
          for (let from = 0, n = 0; from < events.length; n++) {
            const to = from + (sizes[n % sizes.length] ?? 1);
            await projection.fold(key, events.slice(from, to), log.pool);
            from = to;
          }
          expect(await rowsOf(projection, log.pool, [key.seminar])).toEqual(atOnce);
        }
      }),
      { numRuns: 30 },
    );
  },
);
