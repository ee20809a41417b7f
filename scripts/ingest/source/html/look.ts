import type { Element } from 'hast';

/** The look of an element's text; unset properties are absent. */
export interface Look {
  bold?: boolean;
  /** Factor to the size around it. */
  size?: number;
  hidden?: boolean;
  /** Level of the heading that it is in Word's outline. */
  outline?: number;
}

const bolds = new Set(['b', 'strong', 'th']);
const hiding = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Read a list of declarations. */
function readDeclarations(css: string): Look {
  const look: Look = {};
  const weight = /font-weight\s*:\s*(\w+)/i.exec(css)?.[1];
  if (weight !== undefined) look.bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const size = /font-size\s*:\s*([\d.]+)(r?em|%)/i.exec(css);
  if (size) look.size = Number(size[1]) / (size[2] === '%' ? 100 : 1);
  const named = /font-size\s*:\s*(x-large|xx-large|larger|large)\b/i.exec(css);
  if (named) look.size = 1.3;
  if (hiding.test(css)) look.hidden = true;
  const outline = /mso-outline-level\s*:\s*([1-9])\b/i.exec(css)?.[1];
  if (outline !== undefined) look.outline = Number(outline);
  return look;
}

/** Characters of a style sheet, of a rule's selectors and of its declarations that are read. */
const [maxSheet, maxSelectors, maxDeclarations] = [500_000, 2000, 5000];

function withoutComments(css: string): string {
  let text = '';
  let at = 0;
  for (let start = css.indexOf('/*'); start >= 0; start = css.indexOf('/*', at)) {
    text += css.slice(at, start);
    const end = css.indexOf('*/', start + 2);
    if (end < 0) return text;
    at = end + 2;
  }
  return text + css.slice(at);
}

/** Rules of a style sheet, those within media queries included. */
function* rulesOf(css: string): Generator<{ selectors: string; declarations: string }> {
  let from = 0;
  for (let open = css.indexOf('{'); open >= 0; open = css.indexOf('{', from)) {
    const close = css.indexOf('}', open);
    if (close < 0) return;
    const inner = css.lastIndexOf('{', close);
    const before = Math.max(from, inner - maxSelectors, css.lastIndexOf('{', inner - 1) + 1);
    if (close - inner <= maxDeclarations)
      yield {
        selectors: css.slice(before, inner),
        declarations: css.slice(inner + 1, close),
      };
    from = close + 1;
  }
}

/** The looks that style sheets give to classes and to elements by name; other selectors are not read. */
export class StyleSheets {
  private readonly looks = new Map<string, Look>();

  add(css: string): void {
    for (const { selectors, declarations } of rulesOf(withoutComments(css.slice(0, maxSheet)))) {
      const look = readDeclarations(declarations);
      if (Object.keys(look).length === 0) continue;
      for (const selector of selectors.split(',')) {
        const name = /^\s*((?:[a-z][\w-]*)?\.[\w-]+|[a-z][\w-]*)\s*$/i.exec(selector)?.[1];
        if (name !== undefined)
          this.looks.set(name.toLowerCase(), { ...this.looks.get(name.toLowerCase()), ...look });
      }
    }
  }

  /** How an element is set: by its name, its classes, its own style. */
  of(element: Element): Look {
    const { className, style, hidden } = element.properties;
    const name = element.tagName;
    const classes = Array.isArray(className) ? className.map((each) => String(each).toLowerCase()) : [];
    return {
      ...(bolds.has(name) ? { bold: true } : name === 'big' ? { size: 1.3 } : {}),
      ...this.looks.get(name),
      ...Object.assign(
        {},
        ...classes.flatMap((each) => [this.looks.get(`.${each}`), this.looks.get(`${name}.${each}`)]),
      ),
      ...(typeof style === 'string' ? readDeclarations(style) : {}),
      ...(hidden === true || hidden === '' ? { hidden: true } : {}),
    } as Look;
  }
}
