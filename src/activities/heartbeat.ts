import { Context } from '@temporalio/activity';

const heartbeatMs = 5_000;

/** Lets Temporal know, while work takes its time, that the activity goes on, and how far it is. @param details read at each beat. */
export const whileBeating = async <Result>(work: () => Promise<Result>, details?: () => unknown): Promise<Result> => {
  const { heartbeat } = Context.current();
  const beating = setInterval(() => heartbeat(details?.()), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
};
