/** One line of a benchmark: a figure of ours beside a peer or a raw limit that was measured in the same run. */
export interface Measured {
  name: string;
  value: number;
  unit: string;
  /** What it is held against. */
  against: string;
  againstValue: number;
  /** value / againstValue. */
  ratio: number;
  /** What is aimed at, e.g. `<= 100 ms` or `>= 10x`; `null` where the line only informs. */
  goal: string | null;
  ok: boolean;
}

/** A bound on the value or, as `x`, on the ratio. */
export interface Goal {
  of: 'value' | 'ratio';
  atMost?: number;
  atLeast?: number;
}

/** Puts two figures beside each other and judges them. */
export function compare(
  name: string,
  unit: string,
  value: number,
  against: string,
  againstValue: number,
  goal?: Goal,
): Measured {
  const ratio = value / againstValue;
  const judged = goal?.of === 'ratio' ? ratio : value;
  const ok =
    judged <= (goal?.atMost ?? Number.POSITIVE_INFINITY) && judged >= (goal?.atLeast ?? Number.NEGATIVE_INFINITY);
  return { name, value, unit, against, againstValue, ratio, goal: goal ? wordsOf(goal, unit) : null, ok: !goal || ok };
}

function wordsOf({ of, atMost, atLeast }: Goal, unit: string): string {
  const bound = atMost === undefined ? `>= ${atLeast}` : `<= ${atMost}`;
  return of === 'ratio' ? `${bound}x` : `${bound} ${unit}`;
}

/** The lines as a table for people. */
export function table(rows: readonly Measured[]): string {
  const cells = [
    ['what', 'ours', 'against', 'theirs', 'ratio', 'goal', ''],
    ...rows.map(({ name, value, unit, against, againstValue, ratio, goal, ok }) => [
      name,
      `${figure(value)} ${unit}`,
      against,
      `${figure(againstValue)} ${unit}`,
      `${figure(ratio)}x`,
      goal ?? '',
      goal === null ? '' : ok ? 'ok' : 'missed',
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const figure = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
