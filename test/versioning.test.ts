import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleCode } from '../src/worker/bundles.ts';
import { startWorker } from '../src/worker/worker.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ WORKER_VERSIONING: 'true' });
});
afterAll(() => stack.stop());

/** A copy of the workflow code with one more command at the start of each call: old histories do not fit it. */
const bundleChangedCode = async (): Promise<string> => {
  // Below the project, where the bundler finds its modules.
  await mkdir('.data/test', { recursive: true });
  const copy = await mkdtemp('.data/test/changed-workflows-');
  for (const part of ['workflows', 'domain']) await cp(join('src', part), join(copy, part), { recursive: true });
  const file = join(copy, 'workflows', 'call.ts');
  const code = await readFile(file, 'utf8');
  const changed = code
    .replace('  await follow();', "  await sleep('1ms');\n  await follow();")
    .replace('condition, ', 'condition, sleep, ');
  expect(changed).not.toBe(code);
  await writeFile(file, changed);
  const bundle = resolve(copy, 'workflows.cjs');
  await writeFile(bundle, await bundleCode(resolve(copy, 'workflows', 'index.ts')));
  return bundle;
};

const eventTypes = async (workflowId: string): Promise<string> => {
  const { events } = await stack.ctx.temporal.workflow.getHandle(workflowId).fetchHistory();
  return JSON.stringify(events);
};

test('a call that began before the code changed ends on the code it began with', async () => {
  const path = `/webhooks/twilio/${stack.tenant.slug}`;
  const [before, after] = ['CA-before', 'CA-after'].map((name) => `${name}-${stack.tenant.id}`) as [string, string];
  await twilioForm(stack.baseUrl, path, { ...completedCall(before), CallStatus: 'in-progress', CallDuration: '' });
  await until('the call', () => stack.findCall(before));

  await stack.worker.stop();
  const { config } = stack.ctx;
  const temporal = { ...config.temporal, prebuiltBundle: await bundleChangedCode() };
  const worker = await startWorker({ ...stack.ctx, config: { ...config, temporal } });

  await twilioForm(stack.baseUrl, path, completedCall(before));
  await twilioForm(stack.baseUrl, path, completedCall(after));
  expect(await stack.closedCall(before)).toMatchObject({ status: 'completed', durationSeconds: 18 });
  expect(await stack.closedCall(after)).toMatchObject({ status: 'completed', durationSeconds: 18 });

  const [first, second] = await Promise.all([before, after].map((sid) => eventTypes(`call/${stack.tenant.id}/${sid}`)));
  expect(first).not.toContain('workflowTaskFailed');
  expect(second).not.toContain('workflowTaskFailed');
  await worker.stop();
});
