import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where and when people want their mails, how far each digest has come, and every mail that was made. */
export class Mail202611240005 implements MigrationInterface {
  readonly name = 'Mail1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mailbox (
        person_id uuid PRIMARY KEY REFERENCES person (id),
        address text,
        confirmed boolean NOT NULL DEFAULT false,
        -- Why nothing is sent any more: bounce, complaint or stopped by its owner.
        stopped text,
        time_zone text NOT NULL DEFAULT 'UTC',
        hour smallint NOT NULL DEFAULT 9 CHECK (hour BETWEEN 0 AND 23),
        weekday smallint NOT NULL DEFAULT 1 CHECK (weekday BETWEEN 1 AND 7)
      )`);
    await runner.query('CREATE INDEX mailbox_by_address ON mailbox (lower(address))');

    // A row takes part in the next run only while it has a date: seminars in which nothing happens are never looked at.
    await runner.query(`
      CREATE TABLE digest_subscription (
        seminar_id uuid NOT NULL,
        member_id uuid NOT NULL,
        kind text NOT NULL,
        frequency text NOT NULL,
        position bigint NOT NULL,
        since_at timestamptz,
        due_at timestamptz,
        PRIMARY KEY (seminar_id, member_id, kind)
      )`);
    await runner.query('CREATE INDEX digest_due ON digest_subscription (due_at) WHERE due_at IS NOT NULL');

    await runner.query(`
      CREATE TABLE mail (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL,
        address text,
        seminar_id uuid,
        -- Whose reply to it is whose, and to what: both, or the mail takes no reply.
        member_id uuid,
        answers uuid,
        -- Asks whether the address is its reader's: the one mail that goes to an address before it is confirmed.
        confirming boolean NOT NULL DEFAULT false,
        subject text NOT NULL,
        html text NOT NULL,
        text text NOT NULL,
        headers jsonb NOT NULL,
        -- outbox: made to be looked at here; queued, sending, sent; failed; unknown: the worker ended while it was sent.
        status text NOT NULL,
        error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        taken_at timestamptz,
        sent_at timestamptz
      )`);
    await runner.query('CREATE INDEX mail_of_person ON mail (person_id, created_at DESC)');
    await runner.query("CREATE INDEX mail_waiting ON mail (created_at) WHERE status = 'queued'");
    await runner.query("CREATE INDEX mail_under_way ON mail (taken_at) WHERE status = 'sending'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail, digest_subscription, mailbox');
  }
}
