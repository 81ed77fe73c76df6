import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** A mail goes out with the next round of the outbox, and a busy machine takes its time. */
const patient = { poll: { timeout: 20_000 } };

/** One project a kind of test; `tests/run.ts` says when each runs. */
const project = (name: string, test: TestProjectInlineConfiguration['test'] = {}) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...test },
});

export default defineConfig({
  test: {
    projects: [
      // generous, for properties that try hundreds of cases on a busy machine
      project('unit', { testTimeout: 20_000 }),
      // a file starts a database of its own
      project('database', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('functions', { testTimeout: 20_000, hookTimeout: 60_000 }),
      // whole storms and outages on a real PostgreSQL
      project('faults', { testTimeout: 180_000, hookTimeout: 120_000 }),
      project('attacks', { testTimeout: 180_000, hookTimeout: 120_000 }),
      // one build and one Chromium serve all files, so they share a process and take turns
      project('browser', {
        testTimeout: 120_000,
        hookTimeout: 180_000,
        globalSetup: 'tests/support/site.ts',
        fileParallelism: false,
        expect: patient,
      }),
      // what staff publish is built while somebody waits
      project('publishing', {
        testTimeout: 480_000,
        hookTimeout: 180_000,
        globalSetup: 'tests/support/site.ts',
        fileParallelism: false,
        expect: patient,
      }),
    ],
  },
});
