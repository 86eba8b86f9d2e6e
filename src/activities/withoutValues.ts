import { ApplicationFailure } from '@temporalio/activity';

/** PostgreSQL's errors quote the statement and its values, which must not reach Temporal. @param what failed. */
export const withoutValues = (error: unknown, what: string): unknown => {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
  return ApplicationFailure.retryable(`${what}: ${error.name} (${code})`, error.name);
};
