import type { TenantId } from '../../domain/ids.ts';
import { rescueWorkflowId } from '../ids.ts';
import { callPriority } from '../policies.ts';
import { ofTenant, type Starter } from './starter.ts';

/** As much of a webhook's row as is read here; all of it goes to Temporal. */
interface KeptWebhook {
  tenantId: TenantId;
  provider: string;
  externalId: string;
  eventType: string;
}

/** Has Temporal keep a webhook that PostgreSQL cannot take now, until it can. */
export const rescueWebhook = async ({ temporal, taskQueue }: Starter, row: KeptWebhook): Promise<void> => {
  await temporal.workflow.start<(row: KeptWebhook) => Promise<void>>('webhookRescueWorkflow', {
    taskQueue,
    priority: callPriority(row.tenantId),
    workflowId: rescueWorkflowId(row),
    args: [row],
    typedSearchAttributes: ofTenant(row.tenantId),
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: `Write a ${row.provider} webhook (${row.eventType})`,
  });
};
