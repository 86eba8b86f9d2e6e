import { setTimeout as sleep } from 'node:timers/promises';
import { isTerminalStatus } from '../../domain/calls/observation.ts';
import type { FetchedCall } from '../provider.ts';

/** How long a carrier may take to end a call that was told to. */
const patienceMs = 10_000;

const pauseMs = 500;

const isOver = (call: FetchedCall): boolean =>
  call.found && call.events.some((event) => event.type === 'status' && isTerminalStatus(event.status));

/** Asks the provider until the call is over, ten seconds at most. @returns whether it is.. */
export const untilOver = async (ask: (signal: AbortSignal) => Promise<FetchedCall>): Promise<boolean> => {
  const signal = AbortSignal.timeout(patienceMs);
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const call = await ask(signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (call && isOver(call)) return true;
    if (Date.now() + pauseMs > deadline) return false;
    await sleep(pauseMs);
  }
};
