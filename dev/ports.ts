import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartFailure } from './failure.ts';

const host = '127.0.0.1';

/** @returns the port that was bound and let go again, or undefined if somebody else has it. */
const tryPort = async (port: number): Promise<number | undefined> => {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  } finally {
    server.close();
  }
};

/** Distinct ports that were free a moment ago. */
export const freePorts = async (count: number): Promise<number[]> => {
  const ports = new Set<number>();
  while (ports.size < count) ports.add((await tryPort(0)) ?? 0);
  return [...ports];
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
  for (const each of needed) if ((await tryPort(each.port)) === undefined) taken.push(each);
  if (taken.length === 0) return;
  const list = taken.map(({ port, use, variable }) => `port ${port} for ${use} (${variable} chooses another)`);
  throw new StartFailure(`Another program already uses ${list.join(', and ')}.`);
};
