import { defineConfig } from 'vitest/config';

/** Unit and property tests touch memory and temporary folders; site and browser tests read `dist/`, which `npm test` builds first. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/{unit,property}/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'site',
          include: ['tests/{site,browser,search}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
