import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is only ever added is frozen by the first vacuum that comes by, a little at a time. Left to itself, a Postgres before 16
 * visits such rows twice, and the second time all of them at once (see docs/operating.md).
 */
const TABLES = ["relid FROM pg_partition_tree('event') WHERE isleaf", "'snapshot_annotation'::regclass AS relid"];

export class FreezeEarly202611250031 implements MigrationInterface {
  readonly name = 'FreezeEarly1764100031000';

  up(runner: QueryRunner): Promise<void> {
    return onEach(runner, 'SET (autovacuum_freeze_min_age = 0)');
  }

  down(runner: QueryRunner): Promise<void> {
    return onEach(runner, 'RESET (autovacuum_freeze_min_age)');
  }
}

async function onEach(runner: QueryRunner, change: string): Promise<void> {
  for (const table of TABLES) {
    const parts: { name: string }[] = await runner.query(
      `SELECT relid::regclass::text AS name FROM (SELECT ${table}) AS part`,
    );
    for (const { name } of parts) await runner.query(`ALTER TABLE ${name} ${change}`);
  }
}
