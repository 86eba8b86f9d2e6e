import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from '../logger.ts';
import type { HandoverContext } from './handover.ts';
import { Relay } from './relay.ts';
import { findLeftovers, isStorming, type Leftover } from './store.ts';

/** Younger events are still in the hands of the process that took them. */
const leftAloneSeconds = 5;
const pageSize = 2_000;

/**
 * Relays what dead processes, or a full relay, left behind: each leftover once. What fails waits for the next sweep.
 * @param onProgress called after each page with the number of events looked at so far.
 * @param signal ends it after the page at hand.
 * @returns how many events were looked at.
 */
export const sweep = async (
  orm: MikroORM,
  context: HandoverContext,
  logger: Logger,
  onProgress: (total: number) => void,
  signal: AbortSignal,
): Promise<number> => {
  let total = 0;
  let after: Leftover | undefined;
  for (;;) {
    signal.throwIfAborted();
    const events = await findLeftovers(orm, { olderThanSeconds: leftAloneSeconds, after, limit: pageSize });
    const storm = await isStorming(orm);
    const relay = new Relay(orm, context, logger, { maxConcurrent: 8, maxWaiting: pageSize, isStorm: () => storm });
    for (const event of events) relay.add(event);
    await relay.drained();
    total += events.length;
    onProgress(total);
    after = events.at(-1);
    if (events.length < pageSize) return total;
  }
};
