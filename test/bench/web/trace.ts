/** The browser's own tracing: how long the main thread of the page was held by one task. */
import type { CDPSession, Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** In microseconds. */
  ts: number;
  dur?: number;
  args?: { name?: string };
}

export interface Traced {
  /** Tasks of the page's main thread, in milliseconds. */
  tasks: readonly number[];
  /** How often it was laid out anew. */
  layouts: number;
}

/** Runs something and tells what the page's main thread did meanwhile. */
export async function traced(page: Page, run: () => Promise<void>): Promise<Traced> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'], excludedCategories: ['*'] },
  });
  await run();
  await ended(session);
  await session.detach();
  return mainThreadOf(events);
}

function ended(session: CDPSession): Promise<void> {
  return new Promise((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve());
    void session.send('Tracing.end');
  });
}

/** The renderer that did most is the page's: other tabs are empty. */
function mainThreadOf(events: readonly TraceEvent[]): Traced {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const candidates = threads.map(({ pid, tid }) => {
    const own = events.filter((event) => event.pid === pid && event.tid === tid);
    const tasks = own.flatMap(({ name, dur }) => (name.endsWith('RunTask') && dur ? [dur / 1_000] : []));
    return { tasks, layouts: own.filter(({ name }) => name === 'Layout').length };
  });
  const sum = ({ tasks }: Traced) => tasks.reduce((total, task) => total + task, 0);
  return candidates.toSorted((a, b) => sum(b) - sum(a))[0] ?? { tasks: [], layouts: 0 };
}
