import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may see a picture or a file: whoever may read one of the logs that it stands in. What was said before this is looked
 * through once. What stands nowhere yet belongs to an upload of an instructor, or to words that somebody is still writing.
 */
export class AssetReaders202611250090 implements MigrationInterface {
  readonly name = 'AssetReaders1764100090000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE asset_reader (
        seminar_id uuid NOT NULL,
        hash text NOT NULL,
        audience text NOT NULL,
        -- The command by which it gets there, while that is under way.
        command_id uuid,
        PRIMARY KEY (seminar_id, hash, audience),
        FOREIGN KEY (seminar_id, hash) REFERENCES asset ON DELETE CASCADE
      )`);
    await runner.query(
      'CREATE INDEX asset_reader_of_command ON asset_reader (seminar_id, command_id) WHERE command_id IS NOT NULL',
    );
    await runner.query(`
      INSERT INTO asset_reader (seminar_id, hash, audience)
      SELECT DISTINCT seminar_id, hash, audience FROM (
        SELECT seminar_id, audience, (regexp_matches(personal ->> 'body', '\\]\\(asset:([0-9a-f]{64})\\)', 'g'))[1] AS hash
        FROM event
        WHERE type IN ('annotation.created', 'annotation.edited') AND personal ->> 'body' LIKE '%](asset:%'
        UNION ALL
        SELECT seminar_id, audience, jsonb_path_query(data, 'strict $.document.**.asset') #>> '{}'
        FROM event WHERE type = 'article.imported'
      ) AS stands JOIN asset USING (seminar_id, hash)`);
    await runner.query(`
      INSERT INTO asset_reader (seminar_id, hash, audience)
      SELECT seminar_id, hash, CASE WHEN EXISTS (
          SELECT FROM upload WHERE upload.seminar_id = asset.seminar_id AND hash = ANY (upload.assets)
        ) THEN 'instructors' ELSE 'everyone' END
      FROM asset
      WHERE NOT EXISTS (
        SELECT FROM asset_reader AS told WHERE told.seminar_id = asset.seminar_id AND told.hash = asset.hash)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE asset_reader');
  }
}
