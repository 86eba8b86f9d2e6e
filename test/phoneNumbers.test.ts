import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { TenantDirectory } from '../src/api/access/tenantDirectory.ts';
import { seal, type KeyRing } from '../src/db/core/sealing.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { uuidV7 } from '../src/db/core/uuid.ts';
import { Integration, PhoneNumber, Tenant } from '../src/db/entities.ts';
import { ormOptions } from '../src/db/options.ts';
import { unsealIntegration, findIntegration, saveIntegration } from '../src/db/tenants/integrations.ts';
import { moveNumbers } from '../src/db/tenants/moveNumbers.ts';
import { createOwnDatabase } from './support/database.ts';

const keys: KeyRing = [{ id: 'now', key: Buffer.alloc(32, 1) }];
const lost: KeyRing = [{ id: 'lost', key: Buffer.alloc(32, 2) }];
const account = { accountSid: 'AC1', authToken: 'token' };
const [one, two, three] = ['+14385550121', '+14385550122', '+14385550123'] as const;

let database: Awaited<ReturnType<typeof createOwnDatabase>>;
let orm: MikroORM;
beforeAll(async () => {
  database = await createOwnDatabase();
  orm = await MikroORM.init(ormOptions(database.url));
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});
beforeEach(async () => {
  for (const table of ['phone_numbers', 'integrations', 'tenants']) await systemEm(orm).execute(`delete from ${table}`);
});

const newTenant = async (): Promise<string> => {
  const em = systemEm(orm);
  const tenant = em.create(Tenant, { slug: `numbers-${randomUUID()}`, name: 'Plomberie Essai' });
  await em.persist(tenant).flush();
  return tenant.id;
};

/** Settings such as the version before sealed them, with the numbers inside. */
const formerSettings = async (phoneNumbers: string[], ring = keys): Promise<string> => {
  const tenantId = await newTenant();
  const sealedSettings = seal(ring, JSON.stringify({ ...account, phoneNumbers }), `${tenantId}/twilio`);
  await tenantEm(orm, tenantId).insert(Integration, { id: uuidV7(), tenantId, kind: 'twilio', sealedSettings });
  return tenantId;
};

const settingsOf = async (tenantId: string): Promise<unknown> => {
  const em = tenantEm(orm, tenantId);
  return findIntegration(em, keys, 'twilio');
};
const sealedOf = async (tenantId: string) =>
  unsealIntegration(keys, await tenantEm(orm, tenantId).findOneOrFail(Integration, { kind: 'twilio' }));
const rowsOf = async (tenantId: string): Promise<string[]> => {
  const rows = await tenantEm(orm, tenantId).find(PhoneNumber, {}, { orderBy: { id: 'asc' } });
  return rows.map(({ number, status }) => `${number} ${status}`);
};
const never = (error: unknown): void => expect.fail(String(error));
const save = (tenantId: string, ...phoneNumbers: string[]) =>
  tenantEm(orm, tenantId).transactional((em) =>
    saveIntegration(em, keys, tenantId, 'twilio', { ...account, phoneNumbers }),
  );
const answersAt = async (number: string): Promise<string[]> => {
  const directory = new TenantDirectory(orm, keys, pino({ level: 'silent' }));
  return (await directory.byNumber('twilio', number)).map(({ tenant }) => tenant.id);
};

test('numbers that are sealed with the settings move into their table, once, and are answered before and after', async () => {
  const tenantId = await formerSettings([two, one]);
  const before = { ...account, phoneNumbers: [two, one] };
  expect(await settingsOf(tenantId)).toEqual(before);
  expect(await answersAt(one)).toEqual([tenantId]);

  expect(await moveNumbers(orm, keys, never)).toBe(2);
  expect(await moveNumbers(orm, keys, never)).toBe(0);
  expect(await rowsOf(tenantId)).toEqual([`${two} active`, `${one} active`]);
  expect(await sealedOf(tenantId)).toEqual(account);
  expect(await settingsOf(tenantId)).toEqual(before);
  expect(await answersAt(one)).toEqual([tenantId]);
});

test('two API processes that start at the same time move them once', async () => {
  const tenantId = await formerSettings([one, two]);
  const moved = await Promise.all([moveNumbers(orm, keys, never), moveNumbers(orm, keys, never)]);
  expect(new Set(moved)).toEqual(new Set([0, 2]));
  expect(await rowsOf(tenantId)).toEqual([`${one} active`, `${two} active`]);
});

test('a number that two tenants had listed stays with both; the first has it', async () => {
  const [first, second] = [await formerSettings([one]), await formerSettings([one, two])];
  await moveNumbers(orm, keys, never);
  expect(await rowsOf(first)).toEqual([`${one} active`]);
  expect((await rowsOf(second)).toSorted()).toEqual([`${one} contested`, `${two} active`]);
  expect((await answersAt(one)).toSorted()).toEqual([first, second].toSorted());
  // What it has already it may go on having.
  expect(await save(second, one, two, three)).toEqual({ added: [three], removed: [] });
});

test('settings that cannot be opened keep their numbers, and the others move', async () => {
  const [locked, other] = [await formerSettings([one], lost), await formerSettings([two])];
  const failures: string[] = [];
  expect(await moveNumbers(orm, keys, (_error, tenantId) => failures.push(tenantId))).toBe(1);
  expect(failures).toEqual([locked]);
  expect(await rowsOf(other)).toEqual([`${two} active`]);
  // The key is back.
  expect(await moveNumbers(orm, [...keys, ...lost], never)).toBe(1);
  expect(await rowsOf(locked)).toEqual([`${one} active`]);
});

test('saving settings whose numbers have not moved yet says what came and went', async () => {
  const tenantId = await formerSettings([one, two]);
  expect(await save(tenantId, two, three)).toEqual({ added: [three], removed: [one] });
  expect(await sealedOf(tenantId)).toEqual(account);
  expect(await settingsOf(tenantId)).toEqual({ ...account, phoneNumbers: [two, three] });
});

test('an active number is refused to another tenant, and to another carrier, until it is released', async () => {
  const [first, second] = [await newTenant(), await newTenant()];
  await save(first, one);
  await expect(save(second, one, two)).rejects.toMatchObject({ code: 'number.taken', details: { numbers: [one] } });
  expect(await rowsOf(second)).toEqual([]);
  const elsewhere = tenantEm(orm, first).transactional((em) =>
    saveIntegration(em, keys, first, 'signalwire', { projectId: '1', phoneNumbers: [one] }),
  );
  await expect(elsewhere).rejects.toMatchObject({ code: 'number.taken' });
  await save(first);
  expect(await save(second, one, two)).toEqual({ added: [one, two], removed: [] });
  expect(await answersAt(one)).toEqual([second]);
});

test('of two tenants that take a number at the same time one gets it', async () => {
  const tenants = await Promise.all([newTenant(), newTenant()]);
  const outcomes = await Promise.allSettled(tenants.map((tenantId) => save(tenantId, one)));
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});
