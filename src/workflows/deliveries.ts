import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { condition, ParentClosePolicy, proxyActivities, startChild, workflowInfo } from '@temporalio/workflow';
import type { Activities, DeliveryRef } from '../activities/index.ts';
import { deliveryWorkflowId, type TenantId } from '../domain/ids.ts';
import { deliveryPriority, firstDelivery, orderPatience } from './policies.ts';
import { webhookDeliveryWorkflow } from './webhookDelivery.ts';

/** The events of one call on their way out: none is sent twice, none holds the call up. */
export class Deliveries {
  readonly #tenantId: TenantId;
  readonly #dispatched = new Set<string>();
  readonly #inFlight: Promise<void>[] = [];
  #waiting: DeliveryRef[] = [];
  #sending: Promise<void> | undefined;

  constructor(tenantId: TenantId) {
    this.#tenantId = tenantId;
  }

  /** What is due goes out together, in order, after what came before it. */
  dispatch(due: DeliveryRef[]): void {
    const fresh = due.filter(({ id }) => !this.#dispatched.has(id));
    for (const { id } of fresh) this.#dispatched.add(id);
    this.#waiting.push(...fresh);
    if (fresh.length > 0) this.#sending ??= this.#send();
  }

  /** Resolves when each has been delivered or handed to a workflow of its own. */
  async handedOver(): Promise<void> {
    await this.#sending;
    await Promise.all(this.#inFlight);
  }

  async #send(): Promise<void> {
    while (this.#waiting.length > 0) {
      let isRunning = true;
      const sent = this.#deliver(this.#waiting.splice(0)).finally(() => (isRunning = false));
      this.#inFlight.push(sent);
      await condition(() => !isRunning || this.#waiting.length > 0);
      // One endpoint that hangs must not keep the others waiting: then `sequence` tells the order.
      if (isRunning) await condition(() => !isRunning, orderPatience);
    }
    this.#sending = undefined;
  }

  async #deliver(deliveries: DeliveryRef[]): Promise<void> {
    const { deliverFirst } = proxyActivities<Activities>({
      ...firstDelivery,
      taskQueue: `${workflowInfo().taskQueue}-deliveries`,
      priority: deliveryPriority(this.#tenantId),
      summary: `Deliver ${deliveries.map(({ eventType }) => eventType).join(', ')}`,
    });
    let failed: string[];
    try {
      failed = await deliverFirst({ tenantId: this.#tenantId, deliveryIds: deliveries.map(({ id }) => id) });
    } catch {
      // The worker went away half-way, or no delivery worker runs: those that arrived are known by their rows.
      failed = deliveries.map(({ id }) => id);
    }
    await Promise.all(
      deliveries.filter(({ id }) => failed.includes(id)).map((delivery) => this.#deliverLater(delivery)),
    );
  }

  /** From here on it is retried on its own, and outlives the call. */
  async #deliverLater({ id, eventType }: DeliveryRef): Promise<void> {
    try {
      await startChild(webhookDeliveryWorkflow, {
        args: [{ tenantId: this.#tenantId, deliveryId: id }],
        workflowId: deliveryWorkflowId(this.#tenantId, id),
        parentClosePolicy: ParentClosePolicy.ABANDON,
        priority: deliveryPriority(this.#tenantId),
        staticSummary: `Deliver ${eventType}`,
      });
    } catch (error) {
      // Somebody asked for a retry meanwhile, or the sweep took it on.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
}
