import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/setup/longestFirst.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'dev/**/*.test.ts', 'test/**/*.test.ts'],
    // Worker threads crash Temporal's native bridge.
    pool: 'forks',
    // No module keeps state: files that share a process load what they import once.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Tests wait more than they work.
    maxWorkers: Math.max(3, Math.ceil(availableParallelism() / 2)),
    globalSetup: ['test/setup/global.ts'],
    // Limits only end what hangs: a machine four times slower, or busy, must not turn a test red.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    teardownTimeout: 60_000,
    // What fails twice is a fault; CI shares its two cores with other work.
    retry: process.env['CI'] ? 1 : 0,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts'],
      reporter: ['text-summary', 'html', 'lcov'],
    },
  },
});
