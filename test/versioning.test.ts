import { randomUUID } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freePorts } from '../dev/ports.ts';
import { findTemporalCli } from '../dev/temporal-cli.ts';
import { startTemporal, type Temporal } from '../dev/temporal.ts';
import { describeDeployment, type VersionStatus } from '../src/worker/deployment.ts';
import { promote } from '../src/worker/promote/promotion.ts';
import type { RunningWorker } from '../src/worker/worker.ts';
import { searchAttributeTypes } from '../src/temporal/searchAttributes.ts';
import { completedCall, twilioForm } from './support/send.ts';
import { startStack, until, withoutAssistant, type Stack } from './support/stack.ts';
import { bundleVariants, startImage, versionsIn } from './support/versions.ts';

let temporal: Temporal;
let stack: Stack;
let bundles: { a: string; b: string; c: string };
let bundleVariant: () => Promise<string>;
const images: RunningWorker[] = [];

const deployment = () => ({ temporal: stack.app.temporal, name: stack.app.config.temporal.taskQueue });
const currentVersion = async () => (await describeDeployment(deployment()))?.current;

const statusOf = async (buildId: string): Promise<VersionStatus | undefined> =>
  // On a busy machine Temporal may not answer in time.
  (await describeDeployment(deployment()).catch(() => undefined))?.versions.find(
    (version) => version.buildId === buildId,
  )?.status;

const start = async (bundle: string, now?: () => Date): Promise<RunningWorker> => {
  const image = await startImage(stack, bundle, now);
  images.push(image);
  return image;
};

/** A second attempt of a test begins other calls. */
let attempt: string;
beforeEach(() => void (attempt = randomUUID()));
const sidOf = (name: string) => `CA-${name}-${attempt}`;
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
  await stack.app.temporal.workflow.getHandle(workflowId).result();
  const versions = await versionsIn(stack, workflowId);
  expect(versions).toHaveLength(1);
  return String(versions[0]);
};

const play = async (name: string): Promise<string> => {
  await begin(name);
  return end(name);
};

/** Temporal's partitions of a queue hear of a promotion one after the other. */
const untilCallsBeginOn = async (version: string): Promise<void> => {
  await until(`calls to begin on ${version}`, async () => (await play(`try-${version}-${randomUUID()}`)) === version);
};

/** A server of its own: Temporal keeps versions in workflows, which the others' short histories would begin anew all the time. */
const startServer = async (): Promise<Temporal> => {
  const [port = 0] = await freePorts(1);
  const log = () => undefined;
  return startTemporal({
    executable: await findTemporalCli({ env: process.env, log }),
    dbFile: resolve('.data/test', `versioning-${randomUUID()}`, 'temporal.db'),
    port,
    log,
    searchAttributes: searchAttributeTypes,
    dynamicConfig: {
      // Temporal looks every three minutes whether a version has drained.
      'matching.wv.VersionDrainageStatusVisibilityGracePeriod': 1,
      'matching.wv.VersionDrainageStatusRefreshInterval': 1,
    },
  });
};

beforeAll(async () => {
  temporal = await startServer();
  bundleVariant = await bundleVariants();
  bundles = { a: await bundleVariant(), b: await bundleVariant(), c: await bundleVariant() };
  stack = await startStack({
    TEMPORAL_ADDRESS: temporal.address,
    WORKER_VERSIONING: 'true',
    WORKFLOW_BUNDLE: bundles.a,
    ...withoutAssistant,
    // A call may be silent for as long as a deploy takes.
    CALL_WATCHDOG_SECONDS: '3600',
  });
});
afterAll(async () => {
  await Promise.allSettled(images.map((image) => image.stop()));
  await stack.stop();
  await temporal.stop();
});

test('calls run to their end while three versions are rolled out, forwards and back again', async () => {
  const a = stack.worker.buildId;
  expect(await currentVersion()).toBe(a);
  await Promise.all(['a1', 'a2', 'a3'].map(begin));
  expect(await play('a-short')).toBe(a);

  const imageB = await start(bundles.b);
  const b = imageB.buildId;
  expect(b).not.toBe(a);
  expect(await currentVersion()).toBe(a);
  await begin('between');
  expect(await play('between-short')).toBe(a);
  expect(await promote(deployment(), b)).toBe(a);
  await untilCallsBeginOn(b);
  await Promise.all(['b1', 'b2'].map(begin));
  await stack.worker.stop();
  expect(await end('a1')).toBe(a);

  const imageC = await start(bundles.c);
  const c = imageC.buildId;
  expect(await promote(deployment(), c)).toBe(b);
  await untilCallsBeginOn(c);
  await imageB.stop();
  await Promise.all(['c1', 'c2'].map(begin));
  expect(await Promise.all(['a2', 'b1', 'between'].map(end))).toEqual([a, b, a]);

  // An old image that starts again changes nothing by itself.
  const imageBAgain = await start(bundles.b);
  expect(await currentVersion()).toBe(c);
  expect(await play('c-short')).toBe(c);
  expect(await promote(deployment(), b)).toBe(c);
  await untilCallsBeginOn(b);
  await imageC.stop();
  expect(await end('c1')).toBe(c);

  const imageAAgain = await start(bundles.a);
  expect(await promote(deployment(), a)).toBe(b);
  await imageBAgain.stop();
  await untilCallsBeginOn(a);
  expect(await Promise.all(['a3', 'b2', 'c2'].map(end))).toEqual([a, b, c]);
  await imageAAgain.stop();
}, 600_000);

test('no version becomes current that no worker runs', async () => {
  const imageA = await start(bundles.a);
  await promote(deployment(), imageA.buildId);
  await expect(promote(deployment(), 'a-version-that-never-was', 1)).rejects.toThrow('No worker runs version');
  expect(await currentVersion()).toBe(imageA.buildId);
  await imageA.stop();
});

test('a workflow that is not a call goes on with the code that is current', async () => {
  const imageA = await start(bundles.a);
  const user = { tenantId: stack.tenant.id, userId: randomUUID() };
  const mail = await stack.app.temporal.workflow.start('passwordResetMailWorkflow', {
    workflowId: `password-reset/${user.tenantId}/${user.userId}`,
    taskQueue: deployment().name,
    args: [user],
  });
  const historyOf = async () => (await mail.fetchHistory()).events ?? [];
  await until('the mail', async () => (await historyOf()).some((event) => event.timerStartedEventAttributes));
  const imageB = await start(bundles.b);
  await promote(deployment(), imageB.buildId);
  await imageA.stop();

  await mail.cancel();
  await expect(mail.result()).rejects.toThrow('cancelled');
  expect(await versionsIn(stack, mail.workflowId)).toEqual([imageA.buildId, imageB.buildId]);
  await imageB.stop();
});

test('code is deleted once its version has drained and is old, not before', async () => {
  const inTwoWeeks = () => new Date(Date.now() + 15 * 86_400_000);
  // Temporal may not look whether a version has drained that became current again before.
  const imageA = await start(await bundleVariant());
  const { buildId: a } = imageA;
  await promote(deployment(), a);
  await untilCallsBeginOn(a);
  const isKept = () =>
    access(join(stack.app.config.temporal.bundleDir, `${a}.cjs`)).then(
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

test('of two workers that come first, with different code, one makes its version current', async () => {
  const { config } = stack.app;
  const taskQueue = `test-${randomUUID()}`;
  const temporal = { ...config.temporal, taskQueue, deliveryTaskQueue: `${taskQueue}-deliveries` };
  const app = { ...stack.app, config: { ...config, temporal } };
  const both = await Promise.all([bundles.a, bundles.b].map((bundle) => startImage({ app }, bundle)));
  images.push(...both);
  const state = await describeDeployment({ temporal: app.temporal, name: taskQueue });
  const statuses = both.map(({ buildId }) => state?.versions.find((version) => version.buildId === buildId)?.status);
  expect(new Set(statuses)).toEqual(new Set(['current', 'inactive']));
  await Promise.all(both.map((image) => image.stop()));
});
