import type { Block } from '../extract/extract.ts';
import { childOf, type XmlElement } from '../archive/xml.ts';
import { valueOf } from './elements.ts';
import type { Marker } from './numbering.ts';
import { readParagraph, type Setting, type Styles } from './styles.ts';

/** How a paragraph is set, by itself and by its style. */
export interface Paragraph {
  style: string | undefined;
  setting: Setting;
  /** Level of a heading. */
  level: number | undefined;
}

export function paragraphOf(element: XmlElement, styles: Styles): Paragraph {
  const properties = childOf(element, 'w:pPr');
  const style = valueOf(childOf(properties, 'w:pStyle'));
  const setting = { ...styles.of(style), ...readParagraph(properties) };
  return { style, setting, level: headingLevel(style, setting, styles) };
}

function headingLevel(style: string | undefined, setting: Setting, styles: Styles): number | undefined {
  const named = styles.headingLevel(style);
  if (named !== undefined) return named;
  return setting.outline !== undefined && setting.outline >= 0 && setting.outline < 9
    ? setting.outline + 1
    : undefined;
}

const articleLike = /^第.{1,8}[条條章节節篇款回讲講课課]/;

/** What a paragraph is, with the number that is printed before it. */
export function paragraphKind(
  { style, level }: Paragraph,
  marker: Marker | undefined,
  styles: Styles,
): Pick<Block, 'kind' | 'level' | 'marker'> {
  const printed = marker ? { marker: marker.text.trimEnd() } : {};
  if (level !== undefined) return { kind: 'heading', level: Math.min(level, 6), ...printed };
  if (styles.isNamed(style, /^(?:caption|题注|題注|标号)$/i)) return { kind: 'caption', ...printed };
  // 第三条 begins a paragraph of its own, whoever counts.
  if (marker && articleLike.test(marker.text)) return { kind: 'paragraph', ...printed };
  if (marker) return { kind: 'list', level: marker.level + 1, ...printed };
  return { kind: styles.isNamed(style, /quote|引用/i) ? 'quote' : 'paragraph' };
}
