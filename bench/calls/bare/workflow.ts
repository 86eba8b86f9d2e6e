import { condition, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import { eventSignal } from './messages.ts';

interface Activities {
  finish(workflowId: string): Promise<void>;
}

/** As little as a call can be: its signals, and one activity that does nothing. */
export async function bareCallWorkflow(signals: number): Promise<void> {
  let heard = 0;
  setHandler(eventSignal, () => void (heard += 1));
  await condition(() => heard === signals);
  const { finish } = proxyActivities<Activities>({ startToCloseTimeout: '10s' });
  await finish(workflowInfo().workflowId);
}
