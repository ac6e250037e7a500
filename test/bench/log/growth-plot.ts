/** What was measured at a size of the store. */
export interface Step {
  events: number;
  /** Events per second. */
  appends: number;
  /** The same by one bare INSERT each, just then. */
  inserts: number;
  /** Milliseconds to catch up. */
  resume: number;
}

const [WIDTH, HEIGHT, MARGIN] = [720, 220, 56];

/** Two charts, one above the other, as SVG: appending and resuming by the size of the store. */
export function growthPlot(steps: readonly Step[]): string {
  const most = Math.max(...steps.map(({ events }) => events));
  const charts = [
    chart('events appended per second, 32 writers over 100 seminars (grey: one bare INSERT each)', [
      { ink: '#aaa', points: steps.map(({ events, inserts }) => [events / most, inserts]) },
      { ink: '#245', points: steps.map(({ events, appends }) => [events / most, appends]) },
    ]),
    chart('milliseconds to read 500 missed events', [
      { ink: '#245', points: steps.map(({ events, resume }) => [events / most, resume]) },
    ]),
  ];
  const axis = `0 to ${most.toLocaleString('en')} events in the store`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${2 * HEIGHT + 30}" font-family="sans-serif" font-size="13">
<title>Appending and resuming, by how many events the store holds</title>
<rect width="100%" height="100%" fill="#fff"/>
${charts.map((one, n) => `<g transform="translate(0 ${n * HEIGHT})">${one}</g>`).join('\n')}
<text x="${WIDTH / 2}" y="${2 * HEIGHT + 18}" text-anchor="middle" fill="#555">${axis}</text>
</svg>
`;
}

interface Line {
  ink: string;
  points: readonly (readonly [share: number, value: number])[];
}

function chart(title: string, lines: readonly Line[]): string {
  const top = Math.max(...lines.flatMap(({ points }) => points.map(([, value]) => value))) * 1.2;
  const x = (share: number) => (MARGIN + share * (WIDTH - 2 * MARGIN)).toFixed(1);
  const y = (value: number) => (HEIGHT - 24 - (value / top) * (HEIGHT - 64)).toFixed(1);
  const drawn = lines.map(({ ink, points }) => {
    const path = points.map(([share, value]) => `${x(share)},${y(value)}`).join(' ');
    const dots = points.map(([share, value]) => `<circle cx="${x(share)}" cy="${y(value)}" r="3" fill="${ink}"/>`);
    const ends = [points[0], points.at(-1)].map((point) =>
      point
        ? `<text x="${x(point[0])}" y="${Number(y(point[1])) - 8}" text-anchor="middle" fill="#222">${label(point[1])}</text>`
        : '',
    );
    return `<polyline points="${path}" fill="none" stroke="${ink}" stroke-width="2"/>${dots.join('')}${ends.join('')}`;
  });
  return `<text x="${MARGIN}" y="22" fill="#222">${title}</text>
<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${y(0)}" y2="${y(0)}" stroke="#999"/>
${drawn.join('\n')}`;
}

const label = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
