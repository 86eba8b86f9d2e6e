import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TenantDirectory } from '../src/api/access/tenantDirectory.ts';
import { answeringAt } from '../src/api/webhooks/answering.ts';
import { examplePlan } from '../src/contract/answering/examplePlan.ts';
import { endOverride, setOverride } from '../src/db/answering/overrides.ts';
import { publishVersion } from '../src/db/answering/publish.ts';
import { StoredPlan, Tenant } from '../src/db/entities.ts';
import { saveIntegration } from '../src/db/tenants/integrations.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { ormOptions } from '../src/db/options.ts';
import type { AnsweringPlan } from '../src/domain/answering/plan.ts';
import { demo } from '../dev/simulator/demo.ts';
import { createOwnDatabase } from './support/database.ts';
import { randomNumber } from './support/numbers.ts';

const keys = [{ id: 'test', key: Buffer.alloc(32, 7) }];

let database: Awaited<ReturnType<typeof createOwnDatabase>>;
let orm: MikroORM;
let directory: TenantDirectory;
let tenantId: string;
beforeAll(async () => {
  database = await createOwnDatabase();
  orm = await MikroORM.init(ormOptions(database.url));
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});
beforeEach(async () => {
  const em = systemEm(orm);
  const tenant = em.create(Tenant, { slug: `plans-${randomUUID()}`, name: 'Plomberie Essai' });
  await em.persist(tenant).flush();
  tenantId = tenant.id;
  directory = new TenantDirectory(orm, keys, pino({ level: 'silent' }));
  await directory.refresh();
});

const saying = (fr: string): AnsweringPlan => ({ ...examplePlan, greeting: { fr } });

/** @returns the id of the version. */
const publish = (plan: AnsweringPlan | null, number: string | null = null): Promise<string> =>
  tenantEm(orm, tenantId).transactional(async (em) => {
    const known = await em.findOne(StoredPlan, { number });
    const stored = known ?? em.create(StoredPlan, { tenantId, number, draft: examplePlan, currentVersion: null });
    await em.persist(stored).flush();
    if (!plan) {
      stored.currentVersion = null;
      return '';
    }
    const version = publishVersion(em, stored, plan, { by: { id: null, name: null }, note: '' });
    await em.flush();
    return version.id;
  });

const at = new Date('2026-06-24T14:30:00Z');
/** What a caller hears first, by the plan with which the call goes on. */
const greeting = async (called?: string, version?: string, from = directory): Promise<string | undefined> => {
  const place = version === undefined ? undefined : { mark: 'menu', version };
  return (await answeringAt(from, tenantId, called, place, at))?.plan.greeting.fr;
};

test('a number has its own plan, or that of all', async () => {
  const [own, other] = [randomNumber(), randomNumber()];
  expect(await greeting(own)).toBeUndefined();
  await publish(saying('tous'));
  await publish(saying('celui-ci'), own);
  await directory.refresh();
  expect([await greeting(own), await greeting(other), await greeting()]).toEqual(['celui-ci', 'tous', 'tous']);
  await publish(null, own);
  await directory.refresh();
  expect(await greeting(own)).toBe('tous');
});

test('of another tenant nothing is known', async () => {
  await publish(saying('tous'));
  await directory.refresh();
  expect(directory.currentPlan(randomUUID(), undefined)).toBeUndefined();
  const version = await publish(saying('suivant'));
  expect(await directory.planVersion(randomUUID(), version)).toBeUndefined();
});

test('the moment is that of the business, with its numbers', async () => {
  const number = randomNumber();
  const em = tenantEm(orm, tenantId);
  await saveIntegration(em, keys, tenantId, 'twilio', { ...demo.twilio, phoneNumbers: [number] });
  await em.flush();
  const version = await publish(examplePlan);
  await directory.refresh();
  expect(await answeringAt(directory, tenantId, number, undefined, at)).toEqual({
    version,
    plan: examplePlan,
    moment: { date: '2026-06-24', weekday: 'wednesday', minute: 630, holiday: 'Fête nationale du Québec' },
    ownNumbers: [number],
  });
});

describe('a call goes on with the version that it began with', () => {
  test('after another one was published, also in a process that has just started', async () => {
    const first = await publish(saying('un'));
    await directory.refresh();
    await publish(saying('deux'));
    await directory.refresh();
    const started = new TenantDirectory(orm, keys, pino({ level: 'silent' }));
    await started.refresh();
    for (const process of [directory, started])
      expect([await greeting(undefined, undefined, process), await greeting(undefined, first, process)]).toEqual([
        'deux',
        'un',
      ]);
  });

  test('or with the current one, where its own is not known any more', async () => {
    await publish(saying('un'));
    await directory.refresh();
    expect(await greeting(undefined, randomUUID())).toBe('un');
    expect(await greeting(undefined, 'of-another-time')).toBe('un');
  });

  test('and without one, where it began before there was any', async () => {
    await publish(saying('un'));
    await directory.refresh();
    expect(await answeringAt(directory, tenantId, undefined, { mark: 'after-assistant' }, at)).toBeUndefined();
  });
});

describe('an override', () => {
  const until = new Date('2026-06-24T18:00:00Z');
  const change = <T>(work: (em: ReturnType<typeof tenantEm>) => Promise<T>) =>
    tenantEm(orm, tenantId).transactional(work);
  const author = { source: 'text' as const, id: null, name: '+15145550142' };
  const held = async (moment: Date) =>
    (await answeringAt(directory, tenantId, undefined, undefined, moment))?.override?.kind;

  test('holds until its time is over', async () => {
    await publish(examplePlan);
    await change((em) => setOverride(em, tenantId, { kind: 'closed', until, reason: '' }, author));
    await directory.refresh();
    expect([await held(at), await held(new Date(until.getTime() - 1)), await held(until)]).toEqual([
      'closed',
      'closed',
      undefined,
    ]);
  });

  test('is the last that was set, and none once it is ended', async () => {
    await publish(examplePlan);
    const number = '+15145550199';
    await change((em) => setOverride(em, tenantId, { kind: 'closed', until, reason: '' }, author));
    await change((em) => setOverride(em, tenantId, { kind: 'all-to', number, until, reason: '' }, author));
    await directory.refresh();
    expect(directory.overrideAt(tenantId, at)).toEqual({ kind: 'all-to', number, until });
    await change((em) => endOverride(em, tenantId));
    await directory.refresh();
    expect(await held(at)).toBeUndefined();
  });
});

test('with PostgreSQL down, what is known goes on', async () => {
  const version = await publish(saying('un'));
  await directory.refresh();
  await publish(saying('deux'));
  await directory.refresh();
  await orm.close();
  expect(await greeting()).toBe('deux');
  // It was current while this process ran.
  expect(await greeting(undefined, version)).toBe('un');
  // Its own cannot be read: the current one answers, in time.
  expect(await greeting(undefined, randomUUID())).toBe('deux');
  orm = await MikroORM.init(ormOptions(database.url));
});
