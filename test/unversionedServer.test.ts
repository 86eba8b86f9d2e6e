import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePorts } from '../dev/ports.ts';
import { findTemporalCli } from '../dev/temporal-cli.ts';
import { startTemporal, type Temporal } from '../dev/temporal.ts';
import { startWorker } from '../src/worker/worker.ts';
import { searchAttributeTypes } from '../src/temporal/searchAttributes.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, withoutAssistant, type Stack } from './support/stack.ts';

const log = () => undefined;

let temporal: Temporal;
let stack: Stack;
beforeAll(async () => {
  const [port = 0] = await freePorts(1);
  temporal = await startTemporal({
    executable: await findTemporalCli({ env: process.env, log }),
    dbFile: resolve('.data/test', `unversioned-${randomUUID()}`, 'temporal.db'),
    port,
    log,
    searchAttributes: searchAttributeTypes,
    dynamicConfig: { 'system.enableDeploymentVersions': false },
  });
  stack = await startStack({ ...withoutAssistant, TEMPORAL_ADDRESS: temporal.address });
});
afterAll(async () => {
  await stack.stop();
  await temporal.stop();
});

test('a server that cannot version workers is refused at the start', async () => {
  const { config } = stack.app;
  const versioned = { ...config, temporal: { ...config.temporal, versioning: true } };
  await expect(startWorker({ ...stack.app, config: versioned })).rejects.toThrow('WORKER_VERSIONING=false');
});

test('without versions it takes calls', async () => {
  const sid = `CA-unversioned-${stack.tenant.id}`;
  await twilioForm(stack.baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, completedCall(sid));
  expect(await stack.closedCall(sid)).toMatchObject({ status: 'completed' });
});
