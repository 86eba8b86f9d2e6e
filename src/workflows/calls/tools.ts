import { ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import type { CallKey } from '../../domain/ids.ts';
import type { ToolAnswer } from '../../domain/tools/answer.ts';
import type { CallToolInput } from '../../temporal/messages.ts';
import { toolEffect } from '../../temporal/policies.ts';

const millisecondsLeft = ({ expiresAt }: CallToolInput): number => Date.parse(expiresAt) - Date.now();

/** Without a worker an update waits, and would act long after the assistant was told that nothing was done. */
export const refuseExpired = (call: CallToolInput): void => {
  if (millisecondsLeft(call) <= 0)
    throw ApplicationFailure.nonRetryable('the tool call has expired', 'ToolCallExpired');
};

/** No local activity: while one runs, its workflow answers nothing. */
export const runTool = ({ tenantId, externalCallId }: CallKey, call: CallToolInput): Promise<ToolAnswer> =>
  proxyActivities<Activities>({
    ...toolEffect,
    scheduleToCloseTimeout: Math.max(millisecondsLeft(call), 1),
    summary: `Tool ${call.name}`,
  }).runTool({ tenantId, externalCallId, ...call });
