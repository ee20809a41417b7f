/** What one builder took at each size. */
export interface Curve {
  name: string;
  own: boolean;
  points: { pages: number; seconds: number; peakMb: number }[];
}

type Point = Curve['points'][number];

interface Panel {
  title: string;
  value: (point: Point) => number;
  unit: string;
}

const panels: readonly Panel[] = [
  {
    title: 'Milliseconds of processor a page',
    value: ({ pages, seconds }) => (seconds / pages) * 1000,
    unit: 'ms',
  },
  { title: 'Seconds of processor, cold', value: ({ seconds }) => seconds, unit: 's' },
  { title: 'Most memory at once', value: ({ peakMb }) => peakMb, unit: 'MB' },
];

const width = 760;
const plot = { left: 56, right: 190, height: 200, gap: 64 };

/** Powers of ten that a range lies between. */
function decades(values: readonly number[]): [number, number] {
  const from = Math.floor(Math.log10(Math.min(...values)));
  return [from, Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))))];
}

const shown = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));

function drawPanel({ title, value, unit }: Panel, curves: readonly Curve[], top: number): string[] {
  const points = curves.flatMap((curve) => curve.points);
  const [fromX, toX] = decades(points.map(({ pages }) => pages));
  const [fromY, toY] = decades(points.map(value));
  const right = width - plot.right;
  const x = (pages: number) =>
    plot.left + ((Math.log10(pages) - fromX) / (toX - fromX)) * (right - plot.left);
  const y = (of: number) => top + plot.height - ((Math.log10(of) - fromY) / (toY - fromY)) * plot.height;
  const parts = [`<text x="0" y="${String(top - 14)}" class="t">${title}</text>`];
  for (let power = fromX; power <= toX; power += 1)
    parts.push(
      `<path d="M${x(10 ** power).toFixed(1)} ${String(top)}v${String(plot.height)}" class="g"/>`,
      `<text x="${x(10 ** power).toFixed(1)}" y="${String(top + plot.height + 16)}" text-anchor="middle">${shown(10 ** power)}${power === toX ? ' pages' : ''}</text>`,
    );
  for (let power = fromY; power <= toY; power += 1)
    parts.push(
      `<path d="M${String(plot.left)} ${y(10 ** power).toFixed(1)}H${String(right)}" class="g"/>`,
      `<text x="${String(plot.left - 6)}" y="${(y(10 ** power) + 4).toFixed(1)}" text-anchor="end">${shown(10 ** power)}</text>`,
    );
  // Names are written at the ends of their curves, one below the other if the ends are close.
  let free = -Infinity;
  const ends = curves
    .flatMap((curve) => {
      const last = curve.points.at(-1);
      return last === undefined ? [] : [{ curve, last }];
    })
    .sort((a, b) => value(b.last) - value(a.last));
  for (const { curve, last } of ends) {
    const line = curve.points
      .map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.pages).toFixed(1)} ${y(value(point)).toFixed(1)}`)
      .join('');
    const name = (free = Math.max(y(value(last)) + 4, free + 15));
    parts.push(
      `<path d="${line}" class="${curve.own ? 'o' : 'p'}"/>`,
      ...curve.points.map(
        (point) =>
          `<circle cx="${x(point.pages).toFixed(1)}" cy="${y(value(point)).toFixed(1)}" r="3" class="${curve.own ? 'd' : 'e'}"/>`,
      ),
      `<text x="${String(right + 8)}" y="${name.toFixed(1)}">${curve.name}: ${shown(value(last))} ${unit}</text>`,
    );
  }
  return parts;
}

/** Draw what builders take over the number of their pages, both by powers of ten; in colours that read on a light and on a dark page. */
export function drawCurves(curves: readonly Curve[]): string {
  const step = plot.height + plot.gap;
  const parts = panels.flatMap((panel, at) => drawPanel(panel, curves, 34 + at * step));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(panels.length * step)}" role="img" aria-label="Time and memory of a build over its pages, of this site and of other builders">
<style>text{font:13px system-ui,sans-serif;fill:#7a6f60}.t{font-weight:600}.g{stroke:#b3a58e;stroke-opacity:.3;fill:none}.o,.p{fill:none;stroke-width:2}.o{stroke:#c4432f}.p{stroke:#b3a58e}.d{fill:#c4432f}.e{fill:#b3a58e}</style>
${parts.join('\n')}
</svg>
`;
}
