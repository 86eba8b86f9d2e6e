import { randomInt } from 'node:crypto';
import getPort, { portNumbers } from 'get-port';
import { StartFailure } from './failure.ts';

const host = '127.0.0.1';

/** Below those from which systems take the ports of outgoing connections: a free one stays free until a server listens there. */
const lowest = 15_000;
const highest = 32_000;

/** Distinct ports that were free a moment ago; at random, so that test runs beside each other do not meet. */
export const freePorts = async (count: number): Promise<number[]> => {
  const ports: number[] = [];
  while (ports.length < count) {
    const start = randomInt(lowest, highest);
    ports.push(await getPort({ host, port: portNumbers(start, highest) }));
  }
  return ports;
};

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
