import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { DeliveryInput } from './messages.ts';
import { furtherDeliveries } from './policies.ts';

/** One event that its endpoint did not take at once: tries again for days, then leaves a dead letter. */
export async function webhookDeliveryWorkflow(input: DeliveryInput): Promise<string> {
  const { deliverWebhook } = proxyActivities<Activities>({
    ...furtherDeliveries,
    taskQueue: `${workflowInfo().taskQueue}-deliveries`,
    summary: 'Deliver again',
  });
  return deliverWebhook(input);
}
