import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
/** Elements that no page of ours has. Its own forms and frames lead within the site. */
const hostileElements = new Set([
  'object',
  'embed',
  'base',
  'math',
  'marquee',
  'frame',
  'applet',
  'foreignobject',
  'animate',
]);
/** Attributes whose value is an address. */
const addressAttributes = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'data',
  'srcdoc',
  'poster',
  'ping',
  'background',
  'xlink:href',
]);

/** Whether an address is within the site, or of a link that a reader may follow. */
export function isHarmless(tag: string, name: string, value: string): boolean {
  const address = value.replace(/[\0-\x20]/g, '').toLowerCase();
  if (/^(?:javascript|vbscript|data:(?!image\/(?:png|svg\+xml|jpeg|webp|gif)|font|,))/.test(address))
    return false;
  if (name === 'srcdoc' || name === 'ping') return false;
  return (
    tag === 'a' ||
    (tag === 'link' && name === 'href') ||
    !/^(?:[a-z]+:)?\/\//.test(address.replace(/^http:\/\/localhost:4321\//, '/'))
  );
}

type Element = DefaultTreeAdapterTypes.Element;

/** Parts of an element that could run something or ask another origin. */
function elementFaults(node: Element, own: (script: string) => boolean): string[] {
  const faults: string[] = [];
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  // An embedded page has a `base` that opens links outside its frame.
  const isTarget = node.tagName === 'base' && !attributes.has('href');
  if (hostileElements.has(node.tagName) && !isTarget) faults.push(`<${node.tagName}>`);
  for (const [name, value] of attributes) {
    if (name.startsWith('on')) faults.push(`${node.tagName} ${name}`);
    if (addressAttributes.has(name) && !isHarmless(node.tagName, name, value))
      faults.push(`${node.tagName} ${name}=${value.slice(0, 60)}`);
  }
  if (node.tagName !== 'script') return faults;
  const code = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  if (attributes.get('type') === 'application/ld+json') JSON.parse(code);
  else if (!attributes.has('src') && !own(code)) faults.push(`a script: ${code.slice(0, 60)}`);
  return faults;
}

/** Elements and attributes that no page of ours has, and the text that the page shows. */
export function markupFaults(
  html: string,
  own: (script: string) => boolean,
): { faults: string[]; text: string } {
  const faults: string[] = [];
  let text = '';
  const walk = (node: Node, isCode: boolean): void => {
    if ('tagName' in node) faults.push(...elementFaults(node, own));
    const inside = isCode || ('tagName' in node && /^(?:script|style)$/.test(node.tagName));
    if (node.nodeName === '#text' && 'value' in node && !inside) text += node.value;
    const children = [
      ...('content' in node ? [node.content] : []),
      ...('childNodes' in node ? node.childNodes : []),
    ];
    for (const child of children) walk(child, inside);
  };
  walk(parse(html), false);
  return { faults, text };
}

/** A function that tells whether a script is one of our own pages'. */
export async function ownScripts(): Promise<(code: string) => boolean> {
  const { inlineScript } = await import('../../../src/policy/inline-scripts.ts');
  const known = new Set(
    (['comfort', 'embed-height', 'late-modules', 'lead-on', 'shelf'] as const).map(inlineScript),
  );
  return (code) => known.has(code.trim());
}
