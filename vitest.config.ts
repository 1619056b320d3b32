import { defineConfig } from 'vitest/config';

/** One project for each step of `npm test` that runs tests: its folder in test/ has the same name. */
const project = (name: string, settings: object) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: 120_000, hookTimeout: 120_000, ...settings },
});

export default defineConfig({
  test: {
    projects: [
      // Files share what they import: loading it anew for each file takes longer than the tests.
      project('unit', { isolate: false }),
      project('adapters', {}),
      project('infra', { isolate: false }),
      project('e2e', {
        globalSetup: ['test/e2e/deployed-stack.ts'],
        fileParallelism: false,
        hookTimeout: 300_000,
      }),
    ],
  },
});
