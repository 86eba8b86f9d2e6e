import { Context } from '@temporalio/activity';
import { callSubject } from '../domain/subject.ts';
import type { Leftovers, WebhookEventRow } from '../inbox/index.ts';
import { wakeOverdue, type Outbox } from '../outbox/index.ts';
import { whileBeating } from './heartbeat.ts';

/** As Temporal keeps them from the version before: all about calls. */
interface FormerRow extends Omit<WebhookEventRow, 'subject'> {
  externalCallId: string | null;
}

const ofToday = (row: WebhookEventRow | FormerRow): WebhookEventRow => {
  if ('subject' in row) return row;
  const { externalCallId, ...rest } = row;
  return { ...rest, subject: externalCallId === null ? null : callSubject(externalCallId) };
};

export const createInboxActivities = (leftovers: Leftovers, outbox: Outbox) => ({
  /** Writes a webhook that Temporal kept while PostgreSQL was away, and hands it over. */
  recordWebhookEvent: (row: WebhookEventRow | FormerRow): Promise<void> => leftovers.write(ofToday(row)),

  /** @returns how many events were claimed. */
  relayLeftovers: (): Promise<number> => {
    const { cancellationSignal } = Context.current();
    return whileBeating(() => leftovers.sweep(cancellationSignal));
  },

  /** @returns how many endpoints were woken. */
  wakeOverdueEndpoints: (): Promise<number> => wakeOverdue(outbox, outbox.wakeEndpoints),
});
