/** Runs work under a key, at once or when it is its turn. */
export type TakeTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** @param most how much may run at the same time under one key. */
export const createTurns = (most: number): TakeTurn => {
  const lines = new Map<string, { running: number; waiting: (() => void)[] }>();
  return async (key, work) => {
    const line = lines.get(key) ?? { running: 0, waiting: [] };
    lines.set(key, line);
    if (line.running < most) line.running += 1;
    else await new Promise<void>((resolve) => line.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else if ((line.running -= 1) === 0) lines.delete(key);
    }
  };
};
