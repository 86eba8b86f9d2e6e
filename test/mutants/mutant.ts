/** One guard taken away, and the test that must notice. */
export interface Mutant {
  /** The test file that turns red, and the test in it that fails. */
  file: string;
  test: string;
  source?: { path: string; find: string; replace: string };
  /** Run by the owner on a database of its own. */
  sql?: string;
}

/** Carries the mutant into the test run that it has to itself. */
export const mutantVariable = 'MUTANT';
