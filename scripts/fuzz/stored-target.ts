import { runInNewContext } from 'node:vm';
import type { Random } from '../../samples/random.ts';
import { inlineScript } from '../../src/policy/inline-scripts.ts';
import { piece } from './pieces.ts';
import type { Target } from './target.ts';

function value(random: Random, depth = 0): unknown {
  const simple = [null, true, 0, -1, 1e308, '', 'dark', 'light', piece(random), '<script>', '"', '__proto__'];
  if (depth > 3 || random.chance(0.4)) return random.pick(simple);
  const length = random.below(5);
  if (random.chance(0.3)) return Array.from({ length }, () => value(random, depth + 1));
  const keys = ['theme', 'size', 'leading', 'face', '__proto__', piece(random)];
  return Object.fromEntries(Array.from({ length }, () => [random.pick(keys), value(random, depth + 1)]));
}

const make = (random: Random): Uint8Array =>
  Buffer.from(random.chance(0.2) ? piece(random) + piece(random) : JSON.stringify(value(random)));

/** Whatever this device holds, the page's first script ends without an error and writes texts alone. */
function take(input: Uint8Array): void {
  const dataset: Record<string, unknown> = {};
  const kept = new TextDecoder().decode(input);
  runInNewContext(inlineScript('comfort'), {
    document: { documentElement: { dataset } },
    localStorage: { getItem: () => kept },
  });
  for (const [key, set] of Object.entries(dataset))
    if (typeof set !== 'string' || !['js', 'theme', 'size', 'leading', 'face'].includes(key))
      throw new Error(`${key} was set to ${JSON.stringify(set)}.`);
}

export const storedTarget: Target = { name: 'stored', ending: 'txt', make, take };
