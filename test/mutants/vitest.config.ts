import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { mutantVariable, type Mutant } from './mutant.ts';

const mutant = JSON.parse(process.env[mutantVariable] ?? '{}') as Partial<Mutant>;
const { source } = mutant;

/** A test run on mutated code. @see guards.test.ts */
export default defineConfig({
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (code, id) =>
        source && id === resolve(source.path) ? code.replace(source.find, source.replace) : undefined,
    },
  ],
  test: {
    // Code that was transformed for another mutant would be taken from it.
    fsModuleCache: false,
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    globalSetup: ['test/setup/global.ts', 'test/mutants/mutateDatabase.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
