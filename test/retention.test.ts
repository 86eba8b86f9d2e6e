import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditEvent } from '../src/db/entities.ts';
import { systemEm } from '../src/db/core/tenancy.ts';
import { startStack, until, type Stack } from './support/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

const execute = <T extends object>(sql: string, parameters: unknown[] = []) =>
  systemEm(stack.app.orm).execute<T[]>(sql, parameters);

type Moments = Record<string, string | null>;

/** A row of each kind; moments are PostgreSQL intervals from now. */
const insert = async (table: string, columns: Record<string, unknown>, moments: Moments): Promise<void> => {
  const names = [...Object.keys(columns), ...Object.keys(moments)].join(', ');
  const values = [...Object.keys(columns).map(() => '?'), ...Object.keys(moments).map(() => 'now() + ?::interval')];
  await execute(`insert into ${table} (${names}) values (${values.join(', ')})`, [
    ...Object.values(columns),
    ...Object.values(moments),
  ]);
};

const remaining = async (table: string, label: string): Promise<string[]> =>
  (await execute<{ name: string }>(`select ${label} as name from ${table} where ${label} like 'retention %'`))
    .map(({ name }) => name.replace('retention ', ''))
    .toSorted();

const session = (name: string, moments: Moments) =>
  insert(
    'sessions',
    {
      id: randomUUID(),
      tenant_id: stack.tenant.id,
      user_id: randomUUID(),
      address: '::1',
      user_agent: `retention ${name}`,
    },
    moments,
  );
const refreshToken = (name: string, createdAt: string) =>
  insert(
    'refresh_tokens',
    { id: randomUUID(), tenant_id: stack.tenant.id, session_id: randomUUID(), token_hash: `retention ${name}` },
    { created_at: createdAt },
  );
const userToken = (name: string, moments: Moments) =>
  insert(
    'user_tokens',
    {
      id: randomUUID(),
      tenant_id: stack.tenant.id,
      user_id: randomUUID(),
      purpose: 'invitation',
      token_hash: `retention ${name}`,
    },
    moments,
  );
const idempotencyKey = (name: string, expiresAt: string) =>
  insert(
    'idempotency_keys',
    { tenant_id: stack.tenant.id, actor: 'user:1', key: `retention ${name}`, request_hash: 'x' },
    { locked_until: expiresAt, expires_at: expiresAt },
  );
const rateLimit = (name: string, expireMs: number | null) =>
  insert('rate_limits', { key: `retention ${name}`, points: 1, expire: expireMs }, {});

test('the schedule deletes what has expired, and nothing else', async () => {
  await session('expired long ago', { expires_at: '-31 days', revoked_at: null });
  await session('revoked long ago', { expires_at: '1 day', revoked_at: '-31 days' });
  await session('expired lately', { expires_at: '-29 days', revoked_at: null });
  await session('revoked lately', { expires_at: '1 day', revoked_at: '-1 hour' });
  await session('alive', { expires_at: '1 day', revoked_at: null });
  await refreshToken('old', '-31 days');
  await refreshToken('of this month', '-29 days');
  await userToken('expired long ago', { expires_at: '-8 days', used_at: null });
  await userToken('used long ago', { expires_at: '1 day', used_at: '-8 days' });
  await userToken('used lately', { expires_at: '1 day', used_at: '-6 days' });
  await userToken('open', { expires_at: '1 day', used_at: null });
  await idempotencyKey('expired', '-1 second');
  await idempotencyKey('kept', '1 hour');
  await rateLimit('expired', Date.now() - 1);
  await rateLimit('counting', Date.now() + 3_600_000);
  await rateLimit('for ever', null);
  // More than a batch.
  await execute(
    `insert into idempotency_keys (tenant_id, actor, key, request_hash, locked_until, expires_at)
     select ?::uuid, 'user:1', 'retention ' || n, 'x', now(), now() - interval '1 hour' from generate_series(1, 2500) n`,
    [stack.tenant.id],
  );
  const em = systemEm(stack.app.orm);
  const deed = { action: 'thing.done', targetType: 'thing', targetId: '1', createdAt: new Date('2020-01-01') };
  const ancient = em.create(AuditEvent, { ...deed, tenantId: stack.tenant.id, actor: 'operator' } as AuditEvent);
  await em.persist(ancient).flush();

  const { taskQueue } = stack.app.config.temporal;
  await stack.app.temporal.schedule.getHandle(`${taskQueue}-retention`).trigger();
  await until('the last table to be purged', async () => !(await remaining('rate_limits', 'key')).includes('expired'));

  expect(await remaining('sessions', 'user_agent')).toEqual(['alive', 'expired lately', 'revoked lately']);
  expect(await remaining('refresh_tokens', 'token_hash')).toEqual(['of this month']);
  expect(await remaining('user_tokens', 'token_hash')).toEqual(['open', 'used lately']);
  expect(await remaining('idempotency_keys', 'key')).toEqual(['kept']);
  expect(await remaining('rate_limits', 'key')).toEqual(['counting', 'for ever']);
  expect(await systemEm(stack.app.orm).findOne(AuditEvent, ancient.id)).not.toBeNull();
});

test('the schedule comes every hour', async () => {
  const { taskQueue } = stack.app.config.temporal;
  const { spec } = await stack.app.temporal.schedule.getHandle(`${taskQueue}-retention`).describe();
  expect(spec.intervals).toEqual([expect.objectContaining({ every: 3_600_000 })]);
});
