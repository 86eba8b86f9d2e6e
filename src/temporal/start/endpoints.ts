import type { EndpointKey } from '../../domain/ids.ts';
import { endpointWorkflowId } from '../ids.ts';
import { wakeSignal, type EndpointWorkflow } from '../messages.ts';
import { deliveryPriority } from '../policies.ts';
import { ofTenant, type Starter } from './starter.ts';

/** Has the endpoint's workflow look for what is due, starting it when it has ended. */
export const wakeEndpoint = async ({ temporal, taskQueue }: Starter, endpoint: EndpointKey): Promise<void> => {
  await temporal.workflow.signalWithStart<EndpointWorkflow>('endpointWorkflow', {
    workflowId: endpointWorkflowId(endpoint),
    taskQueue,
    args: [endpoint],
    signal: wakeSignal,
    priority: deliveryPriority(endpoint.tenantId),
    typedSearchAttributes: ofTenant(endpoint.tenantId),
    staticSummary: `Deliver to endpoint ${endpoint.endpointId}`,
  });
};
