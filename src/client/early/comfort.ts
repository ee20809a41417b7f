/** Runs before the first paint: gives the page the reader's theme and type, so that nothing changes afterwards. */
const root = document.documentElement;
root.dataset['js'] = '';
try {
  const kept = JSON.parse(localStorage.getItem('comfort') ?? '{}') as Record<string, unknown> | null;
  for (const key of ['theme', 'size', 'leading', 'face']) {
    const choice = kept?.[key];
    if (typeof choice === 'string') root.dataset[key] = choice;
  }
} catch {
  // Storage is refused: the system decides.
}

export {};
