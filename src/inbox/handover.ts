import { impersonal } from '../domain/calls/impersonal.ts';
import type { CallKey } from '../domain/ids.ts';
import { signalCall, type CallStarter } from '../temporal/start/calls.ts';
import type { WaitingEvent } from './store.ts';

/** Gives a call its waiting events in one signal. Resolves only when a workflow has certainly got them. */
export const handOver = (
  starter: CallStarter,
  call: CallKey,
  waiting: readonly Pick<WaitingEvent, 'id' | 'events'>[],
): Promise<void> =>
  signalCall(
    starter,
    call,
    waiting.flatMap(({ events }) => events).map(impersonal),
    waiting.map(({ id }) => id),
  );
