import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';

/** The sweep runs again and again, never twice at the same time. */
export const ensureSweepSchedule = async (client: Client, taskQueue: string, everySeconds: number): Promise<void> => {
  const scheduleId = `${taskQueue}-sweep`;
  const spec = { intervals: [{ every: everySeconds * 1000 }] };
  const action = {
    type: 'startWorkflow' as const,
    workflowType: 'sweepWorkflow',
    workflowId: scheduleId,
    taskQueue,
    priority: { priorityKey: 5 },
  };
  const policies = { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' as const };
  try {
    await client.schedule.create({ scheduleId, spec, action, policies });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update((current) => ({ ...current, spec, action, policies }));
  }
};
