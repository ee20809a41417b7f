import { expect, test, vi } from 'vitest';
import { inlineScript } from '../../../src/policy/inline-scripts.ts';

const names = ['comfort', 'embed-height', 'late-modules', 'lead-on', 'shelf'] as const;

test.for(names)('%s has all that it needs in itself', (name) => {
  expect(inlineScript(name)).not.toMatch(/\bimport\b(?!\()|\benv\b/);
});

test.for([
  ['', '=""'],
  ['/handbook/', '="/handbook/"'],
  ['handbook', '="/handbook/"'],
] as const)(
  'what a book keeps is found below the path that the site stands at: “%s”',
  async ([base, written]) => {
    vi.stubEnv('BASE_PATH', base);
    vi.resetModules();
    const { inlineScript: below } = await import('../../../src/policy/inline-scripts.ts');
    const code = below('shelf');
    vi.unstubAllEnvs();
    // The ending of each key: `bookmarks/handbook/`.
    expect(code).toContain(written);
  },
);
