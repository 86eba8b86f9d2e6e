import { proxyActivities } from '@temporalio/workflow';
import type { Activities, WebhookEventRow } from '../../activities/index.ts';
import { webhookRescue } from '../../temporal/policies.ts';

/** A webhook that was acknowledged while PostgreSQL was down: written as soon as it is back. */
export async function webhookRescueWorkflow(row: WebhookEventRow): Promise<void> {
  const { recordWebhookEvent } = proxyActivities<Activities>({ ...webhookRescue, summary: 'Write the webhook' });
  await recordWebhookEvent(row);
}
