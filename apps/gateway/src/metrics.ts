import type pg from 'pg';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type Lag, lagOf, PROJECTIONS } from '#read-models';

/** What Prometheus is told of this gateway, and of how far the read models are behind. */
export class Metrics {
  /** Who shows it may see them; `undefined`: who asks on this machine. */
  readonly token: string | undefined;
  readonly #pool: pg.Pool;
  readonly #registry = new Registry();

  constructor(pool: pg.Pool, token: string | undefined) {
    this.token = token;
    this.#pool = pool;
    collectDefaultMetrics({ register: this.#registry });
    this.#describePool();
    this.#describeLag();
  }

  /** The format's media type. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Everything as it is now. Where the database is out of reach, without what only it could tell. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  #describePool(): void {
    const pool = this.#pool;
    this.#gauge(
      'catena_database_connections',
      'Connections to Postgres, by what they do.',
      ['state'],
      async (gauge) => {
        gauge.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
        gauge.set({ state: 'idle' }, pool.idleCount);
      },
    );
    this.#gauge('catena_database_waiting', 'Statements that wait for a connection.', [], async (gauge) => {
      gauge.set(pool.waitingCount);
    });
  }

  #describeLag(): void {
    const database = this.#pool;
    // One look at the database for all that is told of it.
    let looking: Promise<Lag[]> | undefined;
    const look = () => {
      looking ??= Promise.all(PROJECTIONS.map((projection) => lagOf(projection, database))).finally(() => {
        looking = undefined;
      });
      return looking;
    };
    const describe = (name: string, help: string, value: (lag: Lag) => number) =>
      this.#gauge(name, help, ['projection'], async (gauge) => {
        for (const lag of await look()) gauge.set({ projection: lag.projection }, value(lag));
      });
    describe('catena_projection_lag_events', 'Events that a read model has not folded yet.', ({ events }) => events);
    describe(
      'catena_projection_lag_logs',
      'Logs with events that a read model has not folded yet.',
      ({ logs }) => logs,
    );
    describe(
      'catena_projection_lag_seconds',
      'Age of the oldest event that a read model has not folded yet.',
      ({ seconds }) => seconds,
    );
    describe(
      'catena_projection_outdated_logs',
      'Logs that wait to be folded anew, since the read model has changed.',
      ({ outdatedLogs }) => outdatedLogs,
    );
  }

  #gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    measure: (gauge: Gauge<Label>) => Promise<void>,
  ): void {
    const gauge: Gauge<Label> = new Gauge({
      ...{ name, help, labelNames, registers: [this.#registry] },
      async collect() {
        gauge.reset();
        await measure(gauge).catch(() => undefined);
      },
    });
  }
}
