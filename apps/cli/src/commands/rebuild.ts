import type { Command } from 'commander';
import { EventStore } from '#log';
import { PlainFailure } from '#platform';
import { PROJECTIONS, type Projection, Rebuilder, type RebuildProgress } from '#read-models';
import { createProgress } from '../../bin/progress.mjs';
import { withPool } from '../database.ts';

export function addRebuild(program: Command): void {
  program
    .command('rebuild [name]')
    .description(
      `Fold a read model anew from the logs, or all of them (${PROJECTIONS.map(({ name }) => name).join(', ')}), while everything runs.`,
    )
    .action(async (name?: string) => {
      const projections = chosen(name);
      await withPool(async (pool, settings) => {
        const rebuilder = new Rebuilder(pool, new EventStore(pool));
        for (const projection of projections) await rebuild(rebuilder, projection, settings.PROJECT_CONCURRENCY);
      });
    });
}

function chosen(name: string | undefined): readonly Projection[] {
  const found = PROJECTIONS.filter((projection) => name === undefined || projection.name === name);
  if (found.length > 0) return found;
  const names = PROJECTIONS.map((projection) => projection.name).join(', ');
  throw new PlainFailure(`There is no read model ${name}; there is ${names}.`);
}

async function rebuild(rebuilder: Rebuilder, projection: Projection, concurrency: number): Promise<void> {
  const step = createProgress().step(`Folding ${projection.name} anew`);
  try {
    const onProgress = (progress: RebuildProgress) => step.update(howFar(progress));
    const { underWay, ...done } = await rebuilder.rebuildAll(projection, { concurrency, onProgress });
    step.done(
      underWay === 0 ? howFar(done) : `${howFar(done)}; ${underWay} of the logs are just being folded anew elsewhere`,
    );
  } catch (error) {
    step.failed();
    throw error;
  }
}

const howFar = ({ logs, ofLogs, events, ofEvents }: RebuildProgress): string =>
  `${logs} of ${ofLogs} ${ofLogs === 1 ? 'log' : 'logs'}, ${events} of ${Math.max(events, ofEvents)} events`;
