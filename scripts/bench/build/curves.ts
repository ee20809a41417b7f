import { must } from '../../../src/lib/must.ts';

/** What one builder took at each size. */
export interface Curve {
  name: string;
  own: boolean;
  /** Memory is `NaN` where it isn't known of these steps alone. */
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
const plot = { left: 56, right: 230, height: 200, gap: 64 };
/** Between the names of two curves. */
const lineHeight = 16;

/** Powers of ten that a range lies between. */
function decades(values: readonly number[]): [number, number] {
  const from = Math.floor(Math.log10(Math.min(...values)));
  return [from, Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))))];
}

const shown = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));

/** Heights of names beside a plot: each at its own if there is room, none over another or below the plot. */
function spread(heights: readonly number[], bottom: number): number[] {
  let free = -Infinity;
  const down = heights.map((height) => (free = Math.max(height, free + lineHeight)));
  let room = bottom + lineHeight;
  return down
    .toReversed()
    .map((height) => (room = Math.min(height, room - lineHeight)))
    .toReversed();
}

function drawPanel({ title, value, unit }: Panel, all: readonly Curve[], top: number): string[] {
  const curves = all
    .map((curve) => ({ ...curve, points: curve.points.filter((point) => Number.isFinite(value(point))) }))
    .filter(({ points }) => points.length > 0);
  const points = curves.flatMap((curve) => curve.points);
  const [fromX, toX] = decades(points.map(({ pages }) => pages));
  const [fromY, toY] = decades(points.map(value));
  const right = width - plot.right;
  const bottom = top + plot.height;
  const x = (pages: number) =>
    plot.left + ((Math.log10(pages) - fromX) / (toX - fromX)) * (right - plot.left);
  const y = (of: number) => bottom - ((Math.log10(of) - fromY) / (toY - fromY)) * plot.height;
  const at = (across: number, down: number) => `${across.toFixed(1)} ${down.toFixed(1)}`;
  const parts = [`<text x="0" y="${String(top - 14)}" class="t">${title}</text>`];
  for (let power = fromX; power <= toX; power += 1)
    parts.push(
      `<path d="M${at(x(10 ** power), top)}v${String(plot.height)}" class="g"/>`,
      `<text x="${x(10 ** power).toFixed(1)}" y="${String(bottom + 18)}" text-anchor="middle">${shown(10 ** power)}</text>`,
    );
  parts.push(`<text x="${String(right + 26)}" y="${String(bottom + 18)}">pages</text>`);
  for (let power = fromY; power <= toY; power += 1)
    parts.push(
      `<path d="M${at(plot.left, y(10 ** power))}H${String(right)}" class="g"/>`,
      `<text x="${String(plot.left - 6)}" y="${(y(10 ** power) + 4).toFixed(1)}" text-anchor="end">${shown(10 ** power)}</text>`,
    );
  const ends = curves
    .map((curve) => ({ curve, last: must(curve.points.at(-1)) }))
    .sort((a, b) => value(b.last) - value(a.last));
  const names = spread(
    ends.map(({ last }) => y(value(last))),
    bottom - 6,
  );
  for (const [index, { curve, last }] of ends.entries()) {
    const line = curve.points.map((point) => at(x(point.pages), y(value(point)))).join('L');
    const name = names[index] ?? 0;
    parts.push(
      `<path d="M${at(x(last.pages), y(value(last)))}L${at(right + 4, name)}" class="l"/>`,
      `<path d="M${line}" class="${curve.own ? 'o' : 'p'}"/>`,
      ...curve.points.map(
        (point) =>
          `<circle cx="${x(point.pages).toFixed(1)}" cy="${y(value(point)).toFixed(1)}" r="3" class="${curve.own ? 'd' : 'e'}"/>`,
      ),
      `<text x="${String(right + 8)}" y="${(name + 4).toFixed(1)}">${curve.name}: ${shown(value(last))} ${unit}</text>`,
    );
  }
  return parts;
}

/** Draw what builders take over the number of their pages, both by powers of ten; in colours that read on a light and on a dark page. */
export function drawCurves(curves: readonly Curve[]): string {
  const step = plot.height + plot.gap;
  const parts = panels.flatMap((panel, at) => drawPanel(panel, curves, 34 + at * step));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(panels.length * step)}" role="img" aria-label="Time and memory of a build over its pages, of this site and of other builders">
<style>text{font:13px system-ui,sans-serif;fill:#7a6f60}.t{font-weight:600}.g{stroke:#b3a58e;stroke-opacity:.3;fill:none}.l{stroke:#b3a58e;stroke-opacity:.7;stroke-dasharray:2 3;fill:none}.o,.p{fill:none;stroke-width:2}.o{stroke:#c4432f}.p{stroke:#b3a58e}.d{fill:#c4432f}.e{fill:#b3a58e}</style>
${parts.join('\n')}
</svg>
`;
}
