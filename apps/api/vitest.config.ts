import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@vointi/db/testing/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Tests replace no modules, so the files of a worker share them: loading the application anew for each file took a
    // third of the suite's processor time.
    isolate: false,
  },
});
