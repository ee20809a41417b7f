import { literal } from '../literal.ts';
import type { Slide } from './slide.ts';

/**
 * A slide as Markdown for Marp, Slidev and reveal.js: `---` between slides, a list, and the speaker notes in a comment
 * at the end.
 * @param qr Address of the QR code's picture, if it is to be shown.
 */
export function markdownSlide(slide: Slide, qr: string | undefined): string {
  const title = [slide.number, slide.title]
    .filter((part) => part !== undefined)
    .map(literal)
    .join(' ');
  return (
    [
      '---\nmarp: true\npaginate: true\n---',
      `# ${title}`,
      ...(slide.subtitle === undefined ? [] : [literal(slide.subtitle)]),
      literal(slide.context),
      slide.points.map((point) => `- ${literal(point)}`).join('\n'),
      ...(slide.checks === undefined
        ? []
        : [
            `**${literal(slide.checks.heading)}**`,
            slide.checks.items
              .map((item) => `- ${slide.checks?.mark === '' ? '' : '[ ] '}${literal(item)}`)
              .join('\n'),
          ]),
      ...(slide.aside === undefined
        ? []
        : [
            `> **${literal(slide.aside.label)}：${literal(slide.aside.title)}** ${literal(slide.aside.text)}`,
          ]),
      ...(qr === undefined ? [] : [`[![${slide.link}](${qr})](${slide.link})`]),
      `<${slide.link}>`,
      // A comment ends at its first `-->`.
      `<!--\n${slide.notes.join('\n\n').replaceAll('--', '––')}\n-->`,
    ].join('\n\n') + '\n'
  );
}
