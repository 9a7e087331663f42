import { availableParallelism } from 'node:os';

import { defineConfig } from 'vitest/config';

/** Kinds of tests by suffix: what a test costs is in its name (style.md §2.11). */
const shared = {
  // Under vitest `graphql` would load twice, as CommonJS and as ES module; test/architecture/oneGraphql.test.ts holds it.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
};

/** Vitest leaves one core free, which on two cores would run file after file. */
const atLeastTwo = Math.max(2, availableParallelism() - 1);

/** VITEST_JSON names a file that .ci/run reads the counts from. */
const json = process.env.VITEST_JSON;

export default defineConfig({
  test: {
    reporters: json ? ['default', ['json', { outputFile: json }]] : ['default'],
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.{int,e2e}.test.ts'],
          maxWorkers: atLeastTwo,
          // Machines that are busy are slow; whoever waits for ever is found out a little later.
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'int',
          include: ['test/**/*.int.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file starts processes of its own, half a dozen at times.
          maxWorkers: 2,
        },
      },
    ],
  },
});
