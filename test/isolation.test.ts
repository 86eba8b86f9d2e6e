import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Call, Tenant } from '../src/db/entities/index.ts';
import { ormOptions } from '../src/db/options.ts';
import { systemEm, tenantEm } from '../src/db/tenancy.ts';

let orm: MikroORM;
let mine: string;
let theirs: string;

const createTenant = async (): Promise<string> => {
  const em = systemEm(orm);
  const tenant = em.create(Tenant, { slug: `isolated-${randomUUID()}`, name: 'Isolated' });
  await em.persist(tenant).flush();
  const own = tenantEm(orm, tenant.id);
  const call = {
    tenantId: tenant.id,
    externalCallId: 'CA1',
    provider: 'TWILIO',
    direction: 'INBOUND',
    status: 'queued',
    structuredData: null,
    facts: {},
  } as const;
  await own.persist(own.create(Call, call)).flush();
  return tenant.id;
};

beforeAll(async () => {
  orm = await MikroORM.init(ormOptions(inject('databaseUrl'), 4));
  [mine, theirs] = [await createTenant(), await createTenant()];
});
afterAll(() => orm.close());

const asMe = <T extends object>(sql: string, parameters: unknown[] = []) =>
  tenantEm(orm, mine).transactional((em) => em.execute<T[]>(sql, parameters));

describe('the database', () => {
  test('has policies, enforced for the owner too, on every table with tenants’ rows', async () => {
    const tables = await systemEm(orm).execute<{ name: string; forced: boolean; policies: number }[]>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy where polrelid = c.oid) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'mikro_orm_migrations'`);
    expect(tables.length).toBeGreaterThanOrEqual(8);
    expect(tables.filter(({ forced, policies }) => !forced || policies < 2)).toEqual([]);
  });

  test('shows a tenant its own rows only, in SQL that names no tenant', async () => {
    expect(await asMe('select distinct tenant_id from calls')).toEqual([{ tenant_id: mine }]);
    expect(await asMe('select id from tenants')).toEqual([{ id: mine }]);
  });

  test('lets nobody write into another tenant', async () => {
    expect(await asMe('update calls set status = ? where tenant_id = ? returning id', ['failed', theirs])).toEqual([]);
    expect(await asMe('delete from calls where tenant_id = ? returning id', [theirs])).toEqual([]);
    await expect(asMe('update calls set tenant_id = ?', [theirs])).rejects.toThrow('row-level security');
  });

  test('shows nothing to the login that has taken on no role', async () => {
    await expect(orm.em.fork().execute('select * from calls')).rejects.toThrow('permission denied');
  });

  test('never carries a tenant over to the next user of a connection', async () => {
    const rounds = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? mine : theirs));
    const seen = await Promise.all(
      rounds.map(async (tenantId) => {
        const rows = await tenantEm(orm, tenantId).find(Call, {}, { filters: { tenant: false } });
        return rows.every((row) => row.tenantId === tenantId) && rows.length > 0;
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
  });
});
