import type { DestinationRules } from './destination.ts';
import { createAttempts } from './attempts.ts';
import type { OutboxContext } from './outboxContext.ts';
import type { PageContext } from './page.ts';
import { Pages } from './pages.ts';
import { createSender } from './sender.ts';
import { createWakeEndpoints, type WakeEndpoints } from './wake.ts';

/** Sends events, in a process that works at endpoints' pages. */
export interface Outbox extends PageContext {
  wakeEndpoints: WakeEndpoints;
}

/** @param stopping the process is to end: open pages do, as soon as what is under way is written down. */
export const createOutbox = (context: OutboxContext, rules: DestinationRules, stopping: AbortSignal): Outbox => {
  const pages = new Pages();
  const wakeEndpoints = createWakeEndpoints(context, pages);
  const attempts = createAttempts(context, createSender(rules), wakeEndpoints);
  return { ...context, pages, attempts, stopping, wakeEndpoints };
};
