import { isGrpcServiceError, ServiceError } from '@temporalio/client';

/** INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE: the same request would be refused again. */
const refusals = [3, 9, 11];
const resourceExhausted = 8;

const maxReasonLength = 500;

/** An error and what it was caused by, outermost first. */
const chainOf = (error: unknown): Error[] =>
  error instanceof Error ? [error, ...chainOf(error.cause === error ? undefined : error.cause)] : [];

/** Whether it was what is handed over that failed, rather than a Temporal that is away or busy. */
export const isEventsFault = (error: unknown): boolean => {
  const chain = chainOf(error);
  const answer = chain.find(isGrpcServiceError);
  if (!answer) return !chain.some((link) => link instanceof ServiceError);
  const code: number = answer.code;
  // Also what a busy server answers, whose limit is another.
  if (code === resourceExhausted) return /larger than max/i.test(answer.details);
  return refusals.includes(code);
};

/** For operators: Temporal's own words, which name no caller. */
export const reasonOf = (error: unknown): string => {
  const chain = chainOf(error);
  const answer = chain.find(isGrpcServiceError);
  return (answer?.details ?? chain.at(-1)?.message ?? 'unknown').slice(0, maxReasonLength).toWellFormed();
};
