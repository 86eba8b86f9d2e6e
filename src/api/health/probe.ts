import { within } from '../../deadline.ts';

export interface Probe {
  status: 'up' | 'down';
  latencyMs: number;
  error?: string;
}

/** The kind of failure only: messages of drivers carry hosts and user names. */
const wordFor = (error: unknown): string => {
  if (!(error instanceof Error)) return 'Error';
  if (!('code' in error)) return error.name;
  return typeof error.code === 'number' ? `gRPC status ${error.code}` : String(error.code);
};

/** Whether a service answers in time. Never throws. */
export const probe = async (timeoutMs: number, ask: () => Promise<unknown>): Promise<Probe> => {
  const start = performance.now();
  const latency = () => Math.round((performance.now() - start) * 10) / 10;
  try {
    await within(timeoutMs, 'the answer', ask());
    return { status: 'up', latencyMs: latency() };
  } catch (error) {
    return { status: 'down', latencyMs: latency(), error: wordFor(error) };
  }
};

/** Remembers the answer for a while, for each key; those that ask meanwhile share one question. */
export const cachedFor = <Key extends object, Answer>(maxAgeMs: number, ask: (key: Key) => Promise<Answer>) => {
  const answers = new WeakMap<Key, { until: number; answer: Promise<Answer> }>();
  return (key: Key): Promise<Answer> => {
    const known = answers.get(key);
    if (known && known.until > Date.now()) return known.answer;
    const answer = ask(key);
    answers.set(key, { until: Date.now() + maxAgeMs, answer });
    return answer;
  };
};
