import { randomUUID } from 'node:crypto';
import { MikroORM, type EntityMetadata, type EntityProperty } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Call, Tenant } from '../src/db/entities.ts';
import { ormOptions } from '../src/db/options.ts';
import { systemEm, tenantEm } from '../src/db/core/tenancy.ts';
import { createOwnDatabase } from './support/database.ts';

let orm: MikroORM;
let mine: string;
let theirs: string;

/** Something that fits the column. */
const sample = (property: EntityProperty): unknown => {
  if (property.enum) return property.items?.at(-1);
  const [column = ''] = property.columnTypes;
  if (column === 'date') return '2026-01-31';
  if (column.startsWith('timestamptz')) return new Date();
  if (column === 'boolean') return false;
  if (/int|numeric/.test(column)) return 0;
  if (/uuid|text|char/.test(column)) return column === 'uuid' ? randomUUID() : randomUUID().slice(0, 16);
  return {};
};

const rowOf = (meta: EntityMetadata, tenantId: string): object =>
  Object.fromEntries(
    meta.props.map((property) => [property.name, property.name === 'tenantId' ? tenantId : sample(property)]),
  );

const tenantTables = (of: MikroORM) =>
  [...of.getMetadata().getAll().values()].filter(({ properties }) => 'tenantId' in properties);

/** A tenant with a row in every table. */
const createTenant = async (of: MikroORM): Promise<string> => {
  const em = systemEm(of);
  const tenant = em.create(Tenant, { slug: `isolated-${randomUUID()}`, name: 'Isolated' });
  await em.persist(tenant).flush();
  for (const meta of tenantTables(of)) await em.insert(meta.class, rowOf(meta, tenant.id));
  return tenant.id;
};

beforeAll(async () => {
  orm = await MikroORM.init(ormOptions(inject('databaseUrl'), 4));
  [mine, theirs] = [await createTenant(orm), await createTenant(orm)];
});
afterAll(() => orm.close());

const asMe = <T extends object>(sql: string, parameters: unknown[] = []) =>
  tenantEm(orm, mine).transactional((em) => em.execute<T[]>(sql, parameters));

const failInTransaction = (tenantId: string) =>
  expect(tenantEm(orm, tenantId).execute('select 1 / 0')).rejects.toThrow('division by zero');

describe('the database', () => {
  test('has policies, enforced for the owner too, on every table with tenants’ rows', async () => {
    const tables = await systemEm(orm).execute<{ name: string; forced: boolean; policies: number }[]>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy where polrelid = c.oid) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'm', 'v')
        and c.relname not in ('mikro_orm_migrations', 'rate_limits')`);
    expect(tables.filter(({ forced, policies }) => !forced || policies < 2)).toEqual([]);
    const known = [...tenantTables(orm).map(({ tableName }) => tableName), 'tenants'];
    expect(tables.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
  });

  test('belongs to another role than those that use it', async () => {
    const owned = await systemEm(orm).execute(
      `select tablename from pg_tables where schemaname = 'public' and tableowner in ('receptionist_app', 'receptionist_system', session_user)`,
    );
    expect(owned).toEqual([]);
  });

  test('shows a tenant its own rows only, in SQL that names no tenant', async () => {
    for (const { tableName } of tenantTables(orm)) {
      const seen = await asMe(`select distinct tenant_id from ${tableName}`);
      expect([tableName, seen]).toEqual([tableName, [{ tenant_id: mine }]]);
    }
    expect(await asMe('select id from tenants')).toEqual([{ id: mine }]);
    // SYSTEM: what is counted belongs to no tenant.
    await systemEm(orm).execute(`insert into rate_limits (key, points) values (?, 1)`, [`isolation-${mine}`]);
    expect(await asMe('select key from rate_limits')).toEqual([]);
  });

  test('refuses writes into another tenant', async () => {
    for (const meta of tenantTables(orm)) {
      const { tableName } = meta;
      const isAppendOnly = tableName === 'audit_events';
      const insertion = tenantEm(orm, mine).insert(meta.class, rowOf(meta, theirs));
      await expect(insertion, tableName).rejects.toThrow('row-level security');
      const moved = asMe(`update ${tableName} set tenant_id = ?`, [theirs]);
      await expect(moved, tableName).rejects.toThrow(isAppendOnly ? 'permission denied' : 'row-level security');
      if (isAppendOnly) continue;
      const touched = [
        await asMe(`update ${tableName} set tenant_id = tenant_id where tenant_id = ? returning 1`, [theirs]),
        await asMe(`delete from ${tableName} where tenant_id = ? returning 1`, [theirs]),
      ];
      expect([tableName, touched]).toEqual([tableName, [[], []]]);
      await expect(asMe(`truncate ${tableName}`), tableName).rejects.toThrow('permission denied');
    }
    expect(await asMe('update tenants set name = name where id = ? returning 1', [theirs])).toEqual([]);
    expect(await asMe('delete from tenants where id = ? returning 1', [theirs])).toEqual([]);
  });

  test('keeps the audit log as it was written, against either role', async () => {
    for (const em of [tenantEm(orm, mine), systemEm(orm)]) {
      await expect(em.execute("update audit_events set action = 'nothing'")).rejects.toThrow('permission denied');
      await expect(em.execute('delete from audit_events')).rejects.toThrow('permission denied');
    }
  });

  test('shows nothing to the login that has taken on no role', async () => {
    await expect(orm.em.fork().execute('select * from calls')).rejects.toThrow('permission denied');
  });

  test('never carries a tenant over to the next user of a connection', async () => {
    const rounds = Array.from({ length: 200 }, (_, index) => [mine, theirs, undefined][index % 3]);
    const seen = await Promise.all(
      rounds.map(async (tenantId, index) => {
        // Every fifth fails in the middle of its transaction.
        if (tenantId && index % 5 === 0) await failInTransaction(tenantId);
        const em = tenantId === undefined ? orm.em.fork() : tenantEm(orm, tenantId);
        const [row] = await em.execute<{ tenant: string | null; role: string }[]>(
          "select nullif(current_setting('app.tenant_id', true), '') as tenant, current_user as role",
        );
        return [row?.tenant ?? undefined, row?.role === 'receptionist_app'];
      }),
    );
    expect(seen).toEqual(rounds.map((tenantId) => [tenantId, tenantId !== undefined]));
  });
});

describe('without row level security', () => {
  let database: Awaited<ReturnType<typeof createOwnDatabase>>;
  let unguarded: MikroORM;
  beforeAll(async () => {
    database = await createOwnDatabase();
    await using owner = await MikroORM.init(ormOptions(database.ownerUrl));
    await owner.em.execute('alter table calls disable row level security');
    unguarded = await MikroORM.init(ormOptions(database.url, 2));
  });
  afterAll(async () => {
    await unguarded.close();
    await database.drop();
  });

  test('the filter alone keeps tenants apart', async () => {
    const [me] = [await createTenant(unguarded), await createTenant(unguarded)];
    const em = tenantEm(unguarded, me);
    expect((await em.find(Call, {})).map(({ tenantId }) => tenantId)).toEqual([me]);
    expect(await em.count(Call, {})).toBe(1);
    expect(await em.nativeUpdate(Call, {}, { status: 'failed' })).toBe(1);
    expect(await em.nativeDelete(Call, {})).toBe(1);
  });
});
