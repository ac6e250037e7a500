import { setTimeout as sleep } from 'node:timers/promises';
import { Sweep } from './sweep.ts';

/** A sweep whose looks end when they are told to. */
function aSweep() {
  const underWay: (() => void)[] = [];
  let began = 0;
  const sweep = new Sweep(() => {
    began++;
    return new Promise((resolve) => underWay.push(resolve));
  });
  return { sweep, began: () => began, end: () => underWay.shift()?.() };
}

it('looks once more, however often it is asked to while it looks', async () => {
  const { sweep, began, end } = aSweep();
  const first = sweep.now();
  await sleep(1);
  const [second, third] = [sweep.now(), sweep.now()];
  expect(began()).toBe(1);
  end();
  await first;
  await sleep(1);
  expect(began()).toBe(2);
  end();
  await Promise.all([second, third]);
  expect(began()).toBe(2);
});

it('does not pile up looks that take longer than the time between them', async () => {
  const { sweep, began, end } = aSweep();
  const first = sweep.start(1);
  await sleep(30);
  end();
  await first;
  await sleep(30);
  expect(began()).toBe(2);
  end();
  end();
  await sweep.stop();
});

it('ends with the look under way, and begins none after', async () => {
  const { sweep, began, end } = aSweep();
  void sweep.start(1);
  await sleep(30);
  let stopped = false;
  const stopping = sweep.stop().then(() => {
    stopped = true;
  });
  await sleep(10);
  expect(stopped).toBe(false);
  end();
  await stopping;
  void sweep.now();
  await sleep(10);
  expect(began()).toBe(1);
});
