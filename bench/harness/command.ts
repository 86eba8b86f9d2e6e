/** What every bench's command line does alike. */

export const log = (line: string): void => void process.stdout.write(`${line}\n`);

/** Aborted by Ctrl-C, or by a supervisor that ends the bench. */
export const interruption = (): AbortSignal => {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  return interrupted.signal;
};

const kinds = {
  'a number': (value: number) => value >= 0,
  'a number above zero': (value: number) => value > 0,
  'a whole number above zero': (value: number) => Number.isInteger(value) && value >= 1,
};

/**
 * Reads options that are numbers.
 * @param values as `parseArgs` gives them.
 * @throws Error with the usage for a value that is not of that kind.
 */
export const numbersIn =
  <Name extends string>(values: Readonly<Record<Name, string>>, kind: keyof typeof kinds, usage: string) =>
  (name: Name): number => {
    const value = Number(values[name]);
    if (!kinds[kind](value)) throw new Error(`--${name} must be ${kind}\n\n${usage}`);
    return value;
  };
