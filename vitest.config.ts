import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that start processes or threads, or go through made books in bulk: too slow to run at every change. */
const bulk = [
  'tests/property/**/*.test.ts',
  'tests/unit/build/content-problems.test.ts',
  'tests/unit/faults.test.ts',
  'tests/unit/freshness/damaged-caches.test.ts',
  'tests/unit/ingest/{command,write}.test.ts',
  'tests/unit/search/shelf/shelf.test.ts',
  'tests/unit/share/{pdf,same-text}.test.ts',
  'tests/unit/slides-check/slides-check.test.ts',
  'tests/unit/train-cases/train-cases.test.ts',
];

/** Tests that load PDF.js in the version of the ingest: others load another, and one process can't have both. */
const alone = ['tests/unit/ingest/{formats,hostile,pdf-layout}.test.ts'];

/** Two more than the machine has cores: a test of pages waits for its browser most of the time. */
const maxWorkers = availableParallelism() + 2;

/** The files that one worker runs share its modules: loading them anew for each file would take longer than the tests. */
const isolate = false;

/**
 * Unit and property tests touch memory and temporary folders; those of the website read `dist/`, which `npm test` builds meanwhile.
 * Projects run in the order of their names: the website comes last, when it is there.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: [...bulk, ...alone],
          testTimeout: 120_000,
          maxWorkers,
          isolate,
        },
      },
      { test: { name: 'bulk', include: bulk, testTimeout: 120_000, maxWorkers, isolate } },
      { test: { name: 'alone', include: alone, testTimeout: 120_000, maxWorkers } },
      {
        test: {
          name: 'website',
          include: ['tests/{site,browser,search}/**/*.test.ts'],
          setupFiles: ['tests/site-is-built.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 10_000 } },
          maxWorkers,
          isolate,
        },
      },
      // One node of OpenSearch, where Java and Maven are there.
      {
        test: {
          name: 'engine, quick',
          include: ['tests/engine/quick.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          maxWorkers,
        },
      },
      // OpenSearch itself, of three nodes: `npm run test:engine`.
      ...(process.env['ENGINE'] === '1'
        ? [
            {
              test: {
                name: 'engine',
                include: ['tests/engine/**/*.test.ts'],
                testTimeout: 240_000,
                hookTimeout: 240_000,
                fileParallelism: false,
              },
            },
          ]
        : []),
    ],
  },
});
