import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemEm } from '../src/db/core/tenancy.ts';
import { uuidV7 } from '../src/db/core/uuid.ts';
import { callWorkflowId } from '../src/temporal/ids.ts';
import { callStateQuery } from '../src/temporal/messages.ts';
import { historyText } from './support/histories.ts';
import { completedCall, twilioFormUntilTaken } from './support/send.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

const send = (fields: Record<string, string>) =>
  twilioFormUntilTaken(stack.baseUrl, `/webhooks/twilio/${stack.tenant.slug}`, fields);
const live = (sid: string, status: string) => ({
  ...completedCall(sid),
  CallStatus: status,
  CallDuration: '',
  Duration: '',
});

const workflowOf = (externalCallId: string) =>
  stack.app.temporal.workflow.getHandle(callWorkflowId({ tenantId: stack.tenant.id, externalCallId }));

/** Whatever this statement locks stays locked. @returns how to let go of it again. */
const lock = async (sql: string, parameters: unknown[]): Promise<() => Promise<void>> => {
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = systemEm(stack.app.orm)
    .transactional(async (em) => {
      await em.execute(sql, parameters);
      locked.resolve();
      await released.promise;
      throw new Error('nothing of it is kept');
    })
    .catch(() => undefined);
  await locked.promise;
  return async () => {
    released.resolve();
    await holding;
  };
};

/** The save that has taken its second and waits in the open. */
const slowSave = async (sid: string) => {
  const description = await workflowOf(sid)
    .describe()
    .catch(() => undefined);
  return description?.raw.pendingActivities?.find(({ activityType }) => activityType?.name === 'saveCall');
};

test('a call answers queries while PostgreSQL hangs, and is saved once it is back', async () => {
  const sid = `CA${randomUUID()}`;
  await send(live(sid, 'ringing'));
  await until('the row', () => stack.findCall(sid));
  const release = await lock('select id from calls where external_call_id = ? for update', [sid]);
  await send(live(sid, 'in-progress'));
  let slowest = 0;
  await until('the workflow to hear of it', async () => {
    const askedAt = performance.now();
    const { status } = await workflowOf(sid).query(callStateQuery);
    slowest = Math.max(slowest, performance.now() - askedAt);
    return status === 'in-progress';
  });
  await until('a save that waits in the open', () => slowSave(sid));
  expect((await workflowOf(sid).query(callStateQuery)).status).toBe('in-progress');
  // A second, and what a busy machine adds; a local activity that tried again and again took eight.
  expect(slowest).toBeLessThan(5_000);
  expect((await stack.findCall(sid))?.status).toBe('ringing');

  await release();
  await until('the row to follow', async () => (await stack.findCall(sid))?.status === 'in-progress');
});

test('a save that fails gives Temporal no value of its statement', async () => {
  const sid = `CA${randomUUID()}`;
  const release = await lock(
    `insert into calls (id, tenant_id, external_call_id, provider, direction, status, facts, created_at, updated_at)
     values (?, ?, ?, 'TWILIO', 'INBOUND', 'queued', '{}', now(), now())`,
    [uuidV7(), stack.tenant.id, sid],
  );
  await send(live(sid, 'ringing'));
  const failure = await until('a save that failed', async () => (await slowSave(sid))?.lastFailure);
  expect(failure.message).toContain('the call was not saved');
  await release();
  const call = await until('the row', () => stack.findCall(sid));
  expect(call.from).toBe(completedCall(sid)['From']);
  const kept = await historyText(stack.app.temporal, workflowOf(sid).workflowId);
  expect(kept.includes('the call was not saved')).toBe(true);
  expect(kept.includes(call.from ?? '')).toBe(false);
});
