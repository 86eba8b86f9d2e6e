/** Runs work under a key, at once or when it is its turn. */
export type TakeTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** @param most how much may run at the same time under one key. */
export const createTurns = (most: number): TakeTurn => {
  const queues = new Map<string, { running: number; waiting: (() => void)[] }>();
  return async (key, work) => {
    const queue = queues.get(key) ?? { running: 0, waiting: [] };
    queues.set(key, queue);
    if (queue.running < most) queue.running += 1;
    else await new Promise<void>((resolve) => queue.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = queue.waiting.shift();
      if (next) next();
      else if ((queue.running -= 1) === 0) queues.delete(key);
    }
  };
};
