import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client';

interface Housekeeping {
  workflowType: string;
  everySeconds: number;
}

/** Housekeeping that runs again and again, never twice at the same time; the id of its schedule ends in its name. */
const ensureSchedule = async (
  client: Client,
  taskQueue: string,
  name: string,
  { workflowType, everySeconds }: Housekeeping,
): Promise<void> => {
  const scheduleId = `${taskQueue}-${name}`;
  const spec = { intervals: [{ every: everySeconds * 1000 }] };
  const action = {
    type: 'startWorkflow' as const,
    workflowType,
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

const hour = 3_600;

/** The schedules of one deployment; those that are there already are brought up to date. */
export const ensureSchedules = async (
  client: Client,
  taskQueue: string,
  { sweepIntervalSeconds }: { sweepIntervalSeconds: number },
): Promise<void> => {
  const sweep = { workflowType: 'sweepWorkflow', everySeconds: sweepIntervalSeconds };
  await ensureSchedule(client, taskQueue, 'sweep', sweep);
  await ensureSchedule(client, taskQueue, 'retention', { workflowType: 'retentionWorkflow', everySeconds: hour });
  await ensureSchedule(client, taskQueue, 'call-gap', { workflowType: 'callGapWorkflow', everySeconds: hour });
  // Days end at every hour somewhere.
  await ensureSchedule(client, taskQueue, 'usage', { workflowType: 'usageWorkflow', everySeconds: hour });
};
