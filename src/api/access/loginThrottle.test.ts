import { randomUUID } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { MikroORM } from '@mikro-orm/postgresql';
import Koa, { type Context } from 'koa';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { newAddress } from '../../../test/support/addresses.ts';
import { ormOptions } from '../../db/options.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import { createLimitStore } from './limitStore.ts';
import { createLoginThrottle, type LoginThrottle } from './loginThrottle.ts';

const logger = pino({ level: 'silent' });
const keys = [{ id: 'test', key: Buffer.alloc(32, 7) }];
const throttleOn = (orm: MikroORM): LoginThrottle => createLoginThrottle(createLimitStore({ orm, logger }), keys);

let orm: MikroORM;
let throttle: LoginThrottle;
let account: string;
beforeAll(async () => {
  orm = await MikroORM.init(ormOptions(inject('databaseUrl'), 4));
  throttle = throttleOn(orm);
});
afterAll(() => orm.close());
beforeEach(() => {
  account = `owner@${randomUUID()}.test`;
});

/** A request from there. */
const from = (address: string): Context => {
  const request = new IncomingMessage(new Socket());
  const ctx = new Koa().createContext(request, new ServerResponse(request));
  ctx.request.ip = address;
  return ctx;
};

const signIn = async (address: string, who = account): Promise<void> => {
  const { succeeded } = await throttle.attempt(from(address), who);
  await succeeded();
};

/** How many of the wrong guesses were let through to the password. */
const guess = async (times: number, address: () => string, who = () => account): Promise<number> => {
  let passed = 0;
  for (let time = 0; time < times; time += 1) {
    passed += await throttle.attempt(from(address()), who()).then(
      () => 1,
      () => 0,
    );
  }
  return passed;
};

const limited = { code: 'rate.limited', details: { retryAfterSeconds: expect.any(Number) } };

test('one address has ten guesses at an account, then it waits', async () => {
  const attacker = newAddress();
  expect(await guess(12, () => attacker)).toBe(10);
  const ctx = from(attacker);
  const refused = await throttle.attempt(ctx, account).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'rate.limited' });
  const { retryAfterSeconds } = (refused as { details: { retryAfterSeconds: number } }).details;
  expect(retryAfterSeconds).toBeGreaterThan(14 * 60);
  expect(ctx.response.headers).toMatchObject({ 'ratelimit-policy': '10;w=900', 'ratelimit-remaining': '0' });
  await throttle.attempt(from(newAddress()), account);
  await throttle.attempt(from(attacker), `somebody else than ${account}`);
});

test('guesses at the same time are counted one by one', async () => {
  const attacker = newAddress();
  const answers = await Promise.allSettled(Array.from({ length: 40 }, () => throttle.attempt(from(attacker), account)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});

test('every process counts, and a new one knows the count', async () => {
  const attacker = newAddress();
  await guess(10, () => attacker);
  await expect(throttleOn(orm).attempt(from(attacker), account)).rejects.toMatchObject(limited);
});

test('a sign-in that succeeds at last resets the count', async () => {
  const home = newAddress();
  expect(await guess(9, () => home)).toBe(9);
  await signIn(home);
  expect(await guess(12, () => home)).toBe(10);
});

test('the door opens again after a quarter of an hour', async () => {
  const run = randomUUID();
  const store = createLimitStore({ orm, logger });
  const ours = createLoginThrottle((name, ...rest) => store(`${run}-${name}`, ...rest), keys);
  const attacker = from(newAddress());
  for (let time = 0; time < 10; time += 1) await ours.attempt(attacker, account);
  await expect(ours.attempt(attacker, account)).rejects.toMatchObject(limited);
  await systemEm(orm).execute('update rate_limits set expire = expire - 900000 where key like ?', [`${run}-%`]);
  await expect(ours.attempt(attacker, account)).resolves.toBeDefined();
});

test('many addresses are slowed down, and do not lock out the owner', async () => {
  const home = newAddress();
  await signIn(home);
  expect(await guess(70, newAddress)).toBe(50);
  await expect(throttle.attempt(from(newAddress()), account)).rejects.toMatchObject(limited);
  await signIn(home);
  // The owner's mistakes are forgiven too, as on any other day.
  expect(await guess(5, () => home)).toBe(5);
  await signIn(home);
});

test('signing in at home gives strangers nothing', async () => {
  const home = newAddress();
  await signIn(home);
  await guess(50, newAddress);
  for (let time = 0; time < 5; time += 1) await signIn(home);
  expect(await guess(5, newAddress)).toBe(0);
});

test('one address that tries account after account is slowed down, and does not lock out its neighbours', async () => {
  const office = newAddress();
  await signIn(office);
  expect(await guess(120, () => office, randomUUID)).toBe(100);
  await expect(throttle.attempt(from(office), randomUUID())).rejects.toMatchObject(limited);
  await signIn(office);
});

test('neighbours in one IPv6 network are one address', async () => {
  const network = newAddress().replace(/::1$/, '');
  let host = 1;
  expect(await guess(12, () => `${network}::${(host += 1)}`)).toBe(10);
});

test('who has proved otherwise who they are may sign in', async () => {
  const home = newAddress();
  await guess(12, () => home);
  await throttle.trust(from(home), account);
  expect(await guess(1, () => home)).toBe(1);
});

test('the table reveals neither account nor address', async () => {
  const home = newAddress();
  await signIn(home);
  await guess(1, newAddress);
  const rows = await systemEm(orm).execute<{ key: string }[]>(`select key from rate_limits where key like 'login-%'`);
  expect(rows.length).toBeGreaterThan(0);
  for (const { key } of rows) expect(key).toMatch(/^login-(pair|address|account|familiar):[\w-]{43}$/);
});

test('without PostgreSQL every guess is refused', async () => {
  const gone = await MikroORM.init(ormOptions('postgresql://user:pass@127.0.0.1:1/gone'));
  await expect(throttleOn(gone).attempt(from(newAddress()), account)).rejects.toMatchObject({
    code: 'service.unavailable',
  });
  await gone.close();
});
