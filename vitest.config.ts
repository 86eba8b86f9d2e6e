import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Worker threads crash Temporal's native bridge.
    pool: 'forks',
    // Tests wait more than they work, and two cores would get one worker.
    maxWorkers: Math.max(2, Math.ceil(availableParallelism() / 2)),
    globalSetup: ['test/setup/global.ts'],
    testTimeout: 30_000,
    // A test's own API and worker start here, and bundling workflows takes its time on two cores.
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,mjs}'],
      exclude: ['src/**/*.test.ts'],
      reporter: ['text-summary', 'html', 'lcov'],
    },
  },
});
