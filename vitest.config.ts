import { defineConfig } from 'vitest/config';

/** Some tests wait rather than work, so that one worker more than two cores is not too many. */
const WORKERS_MAX = 3;
/** A limit for what hangs; no test is timed. */
const TEST_MS_MAX = 180_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/global-setup.ts',
    testTimeout: TEST_MS_MAX,
    hookTimeout: TEST_MS_MAX,
    maxWorkers: WORKERS_MAX,
  },
});
