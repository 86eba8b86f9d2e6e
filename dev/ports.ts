import getPort from 'get-port';
import { StartFailure } from './failure.ts';

const host = '127.0.0.1';

/** Distinct ports that were free a moment ago. */
export const freePorts = (count: number): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, () => getPort({ host })));

export interface NeededPort {
  port: number;
  /** What will listen there. */
  use: string;
  /** The environment variable that moves it. */
  variable: string;
}

/** @throws StartFailure naming each port that is taken, and how to choose another. */
export const assertPortsFree = async (needed: NeededPort[]): Promise<void> => {
  const taken: NeededPort[] = [];
  for (const each of needed) if ((await getPort({ host, port: each.port })) !== each.port) taken.push(each);
  if (taken.length === 0) return;
  const list = taken.map(({ port, use, variable }) => `port ${port} for ${use} (${variable} chooses another)`);
  throw new StartFailure(`Another program already uses ${list.join(', and ')}.`);
};
