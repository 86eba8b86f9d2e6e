import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { verifyPassword } from '../src/api/access/passwords.ts';
import { findFaults } from '../src/domain/answering/faults.ts';
import { PlanVersion, StoredPlan, Tenant, User } from '../src/db/entities.ts';
import { openDefaultEndpoint, saveDefaultEndpoint } from '../src/db/deliveries/endpoints.ts';
import { findIntegration } from '../src/db/tenants/integrations.ts';
import { ormOptions } from '../src/db/options.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { createProviders } from '../src/providers/registry.ts';
import { seedDemo } from './seed.ts';
import { demo } from './simulator/demo.ts';

const config = {
  database: { url: inject('databaseUrl'), ownerUrl: inject('databaseOwnerUrl'), poolSize: 2 },
  encryptionKeys: [{ id: 'test', key: Buffer.alloc(32, 7) }],
};
const n8nUrl = 'http://127.0.0.1:4010';

let orm: MikroORM;
let tenantId: string;
beforeAll(async () => {
  orm = await MikroORM.init(ormOptions(config.database.url));
  ({ tenantId } = await seedDemo(config, { n8nUrl }));
});
afterAll(() => orm.close());

const endpointOf = () => openDefaultEndpoint(systemEm(orm), config.encryptionKeys, tenantId);
const settingsOf = (kind: 'twilio' | 'signalwire' | 'vapi') =>
  findIntegration(tenantEm(orm, tenantId), config.encryptionKeys, kind);

test('both users can sign in', async () => {
  const users = await systemEm(orm).find(User, { tenantId }, { orderBy: { email: 'desc' } });
  expect(users.map(({ email, role }) => [email, role])).toEqual([
    ['owner@demohvac.com', 'owner'],
    ['admin@demohvac.com', 'admin'],
  ]);
  for (const user of users) expect(await verifyPassword(user.passwordHash, 'demo123')).toBe(true);
});

test("every account fits the provider's own schema", async () => {
  const api = 'http://127.0.0.1:9';
  const providers = createProviders({ providerUrls: { twilio: api, signalwire: api, vapi: api } });
  for (const name of ['twilio', 'signalwire', 'vapi'] as const) {
    expect(providers[name].settings.parse(await settingsOf(name))).toEqual(demo[name]);
  }
  expect((await endpointOf())?.webhookUrl).toBe('http://127.0.0.1:4010/webhook/ai-receptionist');
});

test('a plan without faults answers, and is published once', async () => {
  await seedDemo(config, { n8nUrl });
  const [stored, ...more] = await systemEm(orm).find(StoredPlan, { tenantId });
  expect([stored?.number, stored?.currentVersion, more]).toEqual([null, 1, []]);
  const { plan } = await systemEm(orm).findOneOrFail(PlanVersion, { tenantId, planId: stored?.id ?? '' });
  const circularNumbers = [demo.numbers.twilio, demo.numbers.signalwire];
  expect(findFaults(plan, { circularNumbers, hasAssistant: true })).toEqual([]);
});

test('a second seeding keeps what the user changed', async () => {
  const em = systemEm(orm);
  const tenant = await em.findOneOrFail(Tenant, tenantId);
  tenant.name = 'Climatisation Tremblay';
  const own = { webhookUrl: 'https://n8n.example.com/webhook/calls', signatureSecret: 'a secret of my own' };
  await em.transactional((tx) => saveDefaultEndpoint(tx, config.encryptionKeys, tenantId, own));

  expect(await seedDemo(config, { n8nUrl: 'http://127.0.0.1:5000' })).toEqual({ tenantId, created: false });
  expect(await endpointOf()).toEqual(own);
  expect((await systemEm(orm).findOneOrFail(Tenant, tenantId)).name).toBe('Climatisation Tremblay');
  expect(await systemEm(orm).count(User, { tenantId })).toBe(2);
});

test('the stand-in for n8n is followed to another port', async () => {
  const em = systemEm(orm);
  const seeded = { webhookUrl: `${n8nUrl}/webhook/ai-receptionist`, signatureSecret: demo.n8n.signatureSecret };
  await em.transactional((tx) => saveDefaultEndpoint(tx, config.encryptionKeys, tenantId, seeded));
  await seedDemo(config, { n8nUrl: 'http://127.0.0.1:5000' });
  expect(await endpointOf()).toMatchObject({ webhookUrl: 'http://127.0.0.1:5000/webhook/ai-receptionist' });
});
