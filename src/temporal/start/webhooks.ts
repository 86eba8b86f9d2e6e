import type { TenantId } from '../../domain/ids.ts';
import { rescueWorkflowId } from '../ids.ts';
import { callPriority } from '../policies.ts';
import { ofTenant, type Starter } from './starter.ts';

/** As much of a webhook's row as Temporal shows of it. */
interface KeptWebhook {
  tenantId: TenantId;
  provider: string;
  externalId: string;
  eventType: string;
}

/** Has Temporal keep a webhook that PostgreSQL cannot take now, until it can. */
export const rescueWebhook = async <Row extends KeptWebhook>(
  { temporal, taskQueue }: Starter,
  row: Row,
): Promise<void> => {
  await temporal.workflow.start<(row: Row) => Promise<void>>('webhookRescueWorkflow', {
    taskQueue,
    priority: callPriority(row.tenantId),
    workflowId: rescueWorkflowId(row),
    args: [row],
    typedSearchAttributes: ofTenant(row.tenantId),
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: `Write a ${row.provider} webhook (${row.eventType})`,
  });
};
