import type { WebhookDelivery } from '../db/entities/index.ts';
import { deliveryWorkflowId, type TenantId } from '../domain/ids.ts';
import type { WebhookDeliveryWorkflow } from '../workflows/messages.ts';
import { deliveryPriority } from '../workflows/policies.ts';
import type { HandoverContext } from '../inbox/handover.ts';

/** Starts under way at the same time: many may be due at once. */
const lanes = 8;

/**
 * Each delivery in a workflow of its own.
 * @param whenRunning one that runs already goes on as it is, or begins anew: it may be waiting for its next attempt for a day.
 */
export const startDeliveries = async (
  { temporal, taskQueue }: Pick<HandoverContext, 'temporal' | 'taskQueue'>,
  tenantId: TenantId,
  due: readonly Pick<WebhookDelivery, 'id' | 'eventType'>[],
  whenRunning: 'USE_EXISTING' | 'TERMINATE_EXISTING' = 'USE_EXISTING',
): Promise<void> => {
  const waiting = due.values();
  const work = async (): Promise<void> => {
    // All lanes take from one iterator.
    for (const { id, eventType } of waiting)
      await temporal.workflow.start<WebhookDeliveryWorkflow>('webhookDeliveryWorkflow', {
        workflowId: deliveryWorkflowId(tenantId, id),
        taskQueue,
        args: [{ tenantId, deliveryId: id }],
        workflowIdConflictPolicy: whenRunning,
        priority: deliveryPriority(tenantId),
        staticSummary: `Deliver ${eventType}`,
      });
  };
  await Promise.all(Array.from({ length: Math.min(lanes, due.length) }, work));
};
