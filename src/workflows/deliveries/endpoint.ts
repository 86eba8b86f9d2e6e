import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import type { EndpointKey } from '../../domain/ids.ts';
import { wakeSignal } from '../../temporal/messages.ts';
import { deliveryPriority, endpointPage } from '../../temporal/policies.ts';

/** A run is over after so many pages: new code takes over soon, and a history stays short. */
const pagesOfARun = 100;

/** What goes to one endpoint, as long as something does: a page, then sleep until the next delivery is due, or something new is. */
export async function endpointWorkflow(input: EndpointKey): Promise<void> {
  const { serveEndpoint } = proxyActivities<Activities>({
    ...endpointPage,
    taskQueue: `${workflowInfo().taskQueue}-deliveries`,
    priority: deliveryPriority(input.tenantId),
    summary: 'Deliver what is due',
  });
  let isWoken = false;
  setHandler(wakeSignal, () => void (isWoken = true));

  for (let pages = 0; pages < pagesOfARun && !workflowInfo().continueAsNewSuggested; pages += 1) {
    isWoken = false;
    const { nextLookInMs } = await serveEndpoint(input);
    if (isWoken) continue;
    // A signal that comes in before this has ended lets the server refuse the end.
    if (nextLookInMs === null) return;
    if (nextLookInMs > 0) await condition(() => isWoken, nextLookInMs);
  }
  await continueAsNew<typeof endpointWorkflow>(input);
}
