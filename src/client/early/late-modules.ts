/**
 * Loads the page's modules after its first paint, so that none delays the text. What a reader does before the
 * modules are loaded is replayed to them afterwards, unless the browser has already handled it, as with a link.
 */
const kinds = ['keydown', 'click', 'input', 'change', 'compositionend', 'beforetoggle'];
const early: Event[] = [];

function note(event: Event): void {
  const { key, ctrlKey, metaKey, target } = event as KeyboardEvent;
  // Keys that a browser takes for itself.
  if (key === '/' ? target === document.body : key === 'k' && (ctrlKey || metaKey)) event.preventDefault();
  early.push(event);
}
for (const kind of kinds) addEventListener(kind, note, true);

async function load(): Promise<void> {
  const modules = document.body.dataset.modules?.split(' ') ?? [];
  await Promise.allSettled(modules.map((address) => import(/* @vite-ignore */ address)));
  document.documentElement.dataset.js = 'ready';
  for (const kind of kinds) removeEventListener(kind, note, true);
  for (const event of early) {
    const { type, target, constructor } = event;
    if (type !== 'click' || (target as Element).closest('[type=button]:not([popovertarget])'))
      target?.dispatchEvent(new (constructor as typeof Event)(type, event));
  }
}

void new Promise((resolve) => {
  new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
  // A browser that guards against fingerprinting reports no paints, and an old one throws.
  setTimeout(resolve, 2000);
}).then(load, load);

export {};
