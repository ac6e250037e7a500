/**
 * The last position whose event was received by a moment, found by halving: one round trip, some twenty rows of the primary
 * key in a log of a million. Where the clocks of two gateways disagree, neighbours in the log may be out of order by that
 * much; then it is a position with an event of that time before it and a later one behind it.
 */
export const POSITION_AT = {
  name: 'position-at',
  text: `
    WITH RECURSIVE search (low, high) AS (
      SELECT 0::bigint, head FROM log WHERE seminar_id = $1 AND audience = $2
      UNION ALL
      SELECT
        CASE WHEN event.at <= to_timestamp($3) THEN event.position ELSE low END,
        CASE WHEN event.at <= to_timestamp($3) THEN high ELSE event.position - 1 END
      FROM search JOIN event
        ON event.seminar_id = $1 AND event.audience = $2 AND event.position = (low + high + 1) / 2
      WHERE low < high
    )
    SELECT low AS position FROM search WHERE low = high`,
};
