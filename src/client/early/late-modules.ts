/**
 * Loads the page's modules after its first paint, so that none delays the text. Events before that are replayed to them, unless
 * the browser has handled them already, like a click on a link.
 */
const kinds = ['keydown', 'click', 'input', 'change', 'compositionend', 'beforetoggle'];
const early: Event[] = [];

function note(event: Event): void {
  const { key, ctrlKey, metaKey, target } = event as KeyboardEvent;
  // Browsers have uses of their own for these keys.
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
  // A browser that guards against fingerprinting reports no paints. An old one throws, and `load` runs all the same.
  setTimeout(resolve, 2000);
}).then(load, load);

export {};
