import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { spread } from './statistics.ts';

const connections = 32;
const seconds = 1;

/** Requests a second of a bare `node:http` server in this process: shows how much of the machine others leave us. */
export async function measureCanary(): Promise<number> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { connections });
  const startedAt = performance.now();
  let answered = 0;
  const ask = async (): Promise<void> => {
    while (performance.now() < startedAt + seconds * 1000) {
      const { body } = await pool.request({ method: 'POST', path: '/' });
      await body.dump();
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  const elapsed = (performance.now() - startedAt) / 1000;
  await pool.destroy();
  server.close();
  return answered / elapsed;
}

/** One sentence: the rounds before which the canary was a fifth slower than usual. */
export function noisyRounds(rounds: readonly { round: number; canary: number }[]): string {
  const { median, min, max } = spread(rounds.map(({ canary }) => canary));
  const noisy = new Set(rounds.filter(({ canary }) => canary < median * 0.8).map(({ round }) => round));
  const range = `canary ${Math.round(median)}/s (${Math.round(min)} to ${Math.round(max)})`;
  return `${range}; noisy rounds: ${noisy.size === 0 ? 'none' : [...noisy].join(', ')}`;
}
