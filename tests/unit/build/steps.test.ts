import { expect, test } from 'vitest';
import { Steps } from '../../../scripts/build/steps.ts';

test('says what each step took, one that failed as well', async () => {
  const steps = new Steps();
  expect(await steps.time('pages', () => Promise.resolve(12))).toBe(12);
  await expect(
    steps.time('search', () => {
      throw new Error('no page');
    }),
  ).rejects.toThrow('no page');
  expect(String(steps)).toMatch(/^Pages \d+\.\d s, search \d+\.\d s\.$/);
});
