import type { Element } from 'hast';

/** How an element sets its text, as far as it says so. */
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

/** What a list of declarations says. */
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

/** What style sheets say of classes and of elements by name; other selectors are not read. */
export class StyleSheets {
  private readonly looks = new Map<string, Look>();

  add(css: string): void {
    const rules = css.slice(0, 500_000).replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, selectors = '', declarations = ''] of rules.matchAll(
      /([^{}]{1,2000})\{([^{}]{0,5000})\}/g,
    )) {
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
