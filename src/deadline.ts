import type { Logger } from './logger.ts';

/** @throws Error `TIMEOUT` when the work takes longer: it may go on, but nobody waits for it any more. */
export const within = async <T>(milliseconds: number, name: string, work: Promise<T>): Promise<T> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const giveUp = () =>
    reject(Object.assign(new Error(`${name} takes longer than ${milliseconds} ms`), { code: 'TIMEOUT' }));
  const timer = setTimeout(giveUp, milliseconds);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

export const isTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'TIMEOUT';

/** One step of stopping. Whoever stopped us waits: what takes too long, or fails, costs a warning. */
export const stopWithin = async (
  milliseconds: number,
  name: string,
  work: Promise<unknown>,
  logger: Logger,
): Promise<void> => {
  try {
    await within(milliseconds, name, work);
  } catch (error) {
    logger.warn({ err: error }, `did not stop in order: ${name}`);
  }
};
