import type { Client } from '@temporalio/client';
import { expect, test } from 'vitest';
import { describeDeployment } from './deployment.ts';

const notFound = (): Error => Object.assign(new Error('not found'), { code: 5, details: 'not found', metadata: {} });

/** Temporal as it answers one question after the other. */
const answering = (...answers: (object | Error)[]): Client => {
  const left = [...answers];
  const describeWorkerDeployment = async () => {
    const answer = left.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? notFound();
    return answer;
  };
  const workflowService = { describeWorkerDeployment };
  const withDeadline = <T>(_deadline: number, work: () => Promise<T>): Promise<T> => work();
  return { options: { namespace: 'default' }, workflowService, withDeadline } as unknown as Client;
};

const found = {
  workerDeploymentInfo: { routingConfig: { currentDeploymentVersion: { buildId: 'a' } }, versionSummaries: [] },
  conflictToken: new Uint8Array([1]),
};

test('a deployment that is not found for a moment is looked for again', async () => {
  const state = await describeDeployment({ temporal: answering(notFound(), notFound(), found), name: 'calls' });
  expect(state?.current).toBe('a');
});

test('a deployment that is never found is not there', async () => {
  expect(await describeDeployment({ temporal: answering(), name: 'calls' })).toBeUndefined();
});

test('another failure is not taken for a deployment that is not there', async () => {
  const away = Object.assign(new Error('unavailable'), { code: 14, details: 'unavailable', metadata: {} });
  await expect(describeDeployment({ temporal: answering(away), name: 'calls' })).rejects.toThrow('unavailable');
});
