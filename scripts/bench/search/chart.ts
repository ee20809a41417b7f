import { escapeHtml } from '../../../src/lib/html/escape.ts';
import type { Figures } from './measure.ts';

interface Panel {
  title: string;
  value: (figures: Figures) => number;
  label: (value: number) => string;
  /** Whether long bars are good. */
  more: boolean;
}

const share = (value: number): string => value.toFixed(3);
const panels: Panel[] = [
  { title: 'precision@10', value: ({ precision }) => precision, label: share, more: true },
  { title: 'recall', value: ({ recall }) => recall, label: share, more: true },
  { title: 'one character dropped, MRR', value: ({ dropped }) => dropped, label: share, more: true },
  {
    title: 'bytes to the first results',
    value: ({ coldKb }) => coldKb,
    label: (value) => `${String(value)} KB`,
    more: false,
  },
];

const width = 760;
const bar = { x: 190, length: 460, height: 14, gap: 22 };

/** Draw figures as bars, a panel a figure; in colours that read on a light and on a dark page. */
export function drawChart(all: readonly Figures[]): string {
  let y = 8;
  const parts: string[] = [];
  for (const { title, value, label, more } of panels) {
    const most = Math.max(...all.map(value), 0.001);
    parts.push(
      `<text x="0" y="${String(y + 14)}" class="t">${title} (${more ? 'more is better' : 'less is better'})</text>`,
    );
    y += 24;
    for (const [index, figures] of all.entries()) {
      const length = Math.max(1, (bar.length * value(figures)) / most).toFixed(1);
      parts.push(
        `<text x="${String(bar.x - 10)}" y="${String(y + 12)}" text-anchor="end">${escapeHtml(figures.engine)}</text>`,
        `<rect x="${String(bar.x)}" y="${String(y)}" width="${length}" height="${String(bar.height)}" class="${index === 0 ? 'o' : 'p'}"/>`,
        `<text x="${(bar.x + 8 + Number(length)).toFixed(1)}" y="${String(y + 12)}">${label(value(figures))}</text>`,
      );
      y += bar.gap;
    }
    y += 14;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(y)}" role="img" aria-label="Search figures of this site beside four other engines">
<style>text{font:13px system-ui,sans-serif;fill:#7a6f60}.t{font-weight:600}.o{fill:#c4432f}.p{fill:#b3a58e}</style>
${parts.join('\n')}
</svg>
`;
}
