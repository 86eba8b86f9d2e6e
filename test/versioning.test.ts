import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeDeployment, type VersionStatus } from '../src/worker/deployment.ts';
import { promote } from '../src/worker/promote/promotion.ts';
import type { RunningWorker } from '../src/worker/worker.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, until, type Stack } from './support/stack.ts';
import { bundleVariant, startImage, versionsIn } from './support/versions.ts';

let stack: Stack;
let bundles: { a: string; b: string; c: string };
const images: RunningWorker[] = [];

const deployment = () => ({ temporal: stack.ctx.temporal, name: stack.ctx.config.temporal.taskQueue });
const currentVersion = async () => (await describeDeployment(deployment()))?.current;

const statusOf = async (buildId: string): Promise<VersionStatus | undefined> =>
  (await describeDeployment(deployment()))?.versions.find((version) => version.buildId === buildId)?.status;

const start = async (bundle: string, now?: () => Date): Promise<RunningWorker> => {
  const image = await startImage(stack, bundle, now);
  images.push(image);
  return image;
};

const sidOf = (name: string) => `CA-${name}-${stack.tenant.id}`;
const say = (name: string, fields: Record<string, string> = {}) =>
  twilioForm(stack.baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, { ...completedCall(sidOf(name)), ...fields });

const begin = async (name: string): Promise<void> => {
  await say(name, { CallStatus: 'in-progress', CallDuration: '' });
  await until(`the call ${name}`, () => stack.findCall(sidOf(name)));
};

/** Ends a call that is under way. @returns the version that it ran on from its first to its last step. */
const end = async (name: string): Promise<string> => {
  await say(name);
  expect(await stack.closedCall(sidOf(name))).toMatchObject({ status: 'completed', durationSeconds: 18 });
  const workflowId = `call/${stack.tenant.id}/${sidOf(name)}`;
  await stack.ctx.temporal.workflow.getHandle(workflowId).result();
  const versions = await versionsIn(stack, workflowId);
  expect(versions).toHaveLength(1);
  return String(versions[0]);
};

const play = async (name: string): Promise<string> => {
  await begin(name);
  return end(name);
};

beforeAll(async () => {
  const [a, b, c] = await Promise.all([1, 2, 3].map(bundleVariant));
  bundles = { a: a ?? '', b: b ?? '', c: c ?? '' };
  stack = await startStack({
    WORKER_VERSIONING: 'true',
    WORKFLOW_BUNDLE: bundles.a,
    // A call may be silent for as long as a deploy takes.
    CALL_WATCHDOG_SECONDS: '3600',
  });
});
afterAll(async () => {
  await Promise.allSettled(images.map((image) => image.stop()));
  await stack.stop();
});

test('calls run to their end while three versions are rolled out, forwards and back again', async () => {
  const a = stack.worker.buildId;
  expect(await currentVersion()).toBe(a);
  for (const name of ['a1', 'a2', 'a3']) await begin(name);
  expect(await play('a-short')).toBe(a);

  const imageB = await start(bundles.b);
  const b = imageB.buildId;
  expect(b).not.toBe(a);
  expect(await currentVersion()).toBe(a);
  await begin('between');
  expect(await play('between-short')).toBe(a);
  expect(await promote(deployment(), b)).toBe(a);
  for (const name of ['b1', 'b2']) await begin(name);
  expect(await play('b-short')).toBe(b);
  await stack.worker.stop();
  expect(await end('a1')).toBe(a);

  const imageC = await start(bundles.c);
  const c = imageC.buildId;
  expect(await promote(deployment(), c)).toBe(b);
  await imageB.stop();
  for (const name of ['c1', 'c2']) await begin(name);
  expect(await end('a2')).toBe(a);
  expect(await end('b1')).toBe(b);
  expect(await end('between')).toBe(a);

  // An old image that starts again changes nothing by itself.
  const imageBAgain = await start(bundles.b);
  expect(await currentVersion()).toBe(c);
  expect(await play('c-short')).toBe(c);
  expect(await promote(deployment(), b)).toBe(c);
  expect(await play('b-again')).toBe(b);
  await imageC.stop();
  expect(await end('c1')).toBe(c);

  const imageAAgain = await start(bundles.a);
  expect(await promote(deployment(), a)).toBe(b);
  await imageBAgain.stop();
  expect(await play('a-again')).toBe(a);
  expect(await end('a3')).toBe(a);
  expect(await end('b2')).toBe(b);
  expect(await end('c2')).toBe(c);
  await imageAAgain.stop();
});

test('no version becomes current that no worker runs', async () => {
  const imageA = await start(bundles.a);
  await until('version a to be current', async () => (await currentVersion()) === imageA.buildId);
  await expect(promote(deployment(), 'a-version-that-never-was', 1)).rejects.toThrow('No worker runs version');
  expect(await currentVersion()).toBe(imageA.buildId);
  await imageA.stop();
});

test('code is deleted once its version has drained and is old, not before', async () => {
  const inTwoWeeks = () => new Date(Date.now() + 15 * 86_400_000);
  const imageA = await start(bundles.a);
  const { buildId: a } = imageA;
  const isKept = () =>
    access(join(stack.ctx.config.temporal.bundleDir, `${a}.cjs`)).then(
      () => true,
      () => false,
    );
  await begin('last');
  const imageB = await start(bundles.b, inTwoWeeks);
  await promote(deployment(), imageB.buildId);
  await imageA.stop();
  await imageB.stop();

  // A start looks once at everything.
  const imageBOnceMore = await start(bundles.b, inTwoWeeks);
  expect(await isKept()).toBe(true);
  expect(await end('last')).toBe(a);
  await until('the version to drain', async () => (await statusOf(a)) === 'drained');
  await until('its code to be deleted', async () => !(await isKept()));
  await imageBOnceMore.stop();
});
