import { vi } from 'vitest';

/** A storage for code that keeps things, empty at first. `full` storage takes nothing more. */
export function stubStorage({ full = false } = {}): Map<string, string> {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      stored.set(key, value);
    },
  });
  return stored;
}
