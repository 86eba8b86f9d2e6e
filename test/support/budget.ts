import type { Client } from '@temporalio/client';

/** What a workflow has cost Temporal. */
export interface Cost {
  /** As Temporal Cloud bills them, local activities aside: the start, signals, timers, upserts, attempts of activities. */
  actions: number;
  /** Workflow tasks in which local activities ran: each is billed as one more. */
  localActivityTasks: number;
  events: number;
}

/** @param apart types of activities that are not counted. */
export const costOf = async (client: Client, workflowId: string, apart: readonly string[] = []): Promise<Cost> => {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const cost: Cost = { actions: 0, localActivityTasks: 0, events: 0 };
  const localActivityTasks = new Set<string>();
  const uncounted = new Set<string>();
  for (const event of events ?? []) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled && apart.includes(scheduled.activityType?.name ?? '')) uncounted.add(String(event.eventId));
    const activity =
      scheduled === undefined || scheduled === null
        ? String(
            (event.activityTaskStartedEventAttributes ?? event.activityTaskCompletedEventAttributes)?.scheduledEventId,
          )
        : String(event.eventId);
    if (uncounted.has(activity)) continue;
    cost.events += 1;
    cost.actions += event.activityTaskStartedEventAttributes?.attempt ?? 0;
    if (
      event.workflowExecutionStartedEventAttributes ||
      event.workflowExecutionSignaledEventAttributes ||
      event.timerStartedEventAttributes ||
      event.upsertWorkflowSearchAttributesEventAttributes
    )
      cost.actions += 1;
    const marker = event.markerRecordedEventAttributes;
    if (marker) localActivityTasks.add(String(marker.workflowTaskCompletedEventId));
  }
  return { ...cost, localActivityTasks: localActivityTasks.size };
};
