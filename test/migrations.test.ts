import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Migration } from '@mikro-orm/migrations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../src/db/migrate.ts';
import { OnlineMigration } from '../src/db/core/onlineMigration.ts';
import { ormOptions } from '../src/db/options.ts';
import { systemEm } from '../src/db/core/tenancy.ts';
import { createOwnDatabase } from './support/database.ts';
import { problemsOf } from './support/migrationRules.ts';
import { until } from './support/stack.ts';

const folder = join(import.meta.dirname, '../migrations');

/** Those before it ran where there was nothing to lock. */
const lastFree = 'Migration20261128065222_retention';

type MigrationClass = new (driver: unknown, config: unknown) => Migration;

const statementsOf = async (of: MigrationClass): Promise<string[]> => {
  const migration = new of(undefined, undefined);
  await migration.up();
  return migration.getQueries().map(String);
};

class Online extends OnlineMigration {
  override up(): void {
    this.createIndex('calls_by_end', 'on calls (tenant_id, ended_at)');
    this.addConstraint('calls', 'calls_duration_check', 'check (duration_seconds >= 0)');
    this.addSql('alter table calls add column note text null');
    this.addSql('create table notes (id uuid not null, primary key (id))');
    this.addSql('create index notes_by_id on notes (id)');
  }
}

describe('the rules of migrations', () => {
  test('are followed', async () => {
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => basename(name, '.ts'));
    expect(names).toContain(lastFree);
    for (const name of names.filter((one) => one > lastFree)) {
      const module = (await import(join(folder, `${name}.ts`))) as Record<string, MigrationClass>;
      expect(problemsOf(await statementsOf(module[name]!)), name).toEqual([]);
    }
  });

  test('accept what the helpers write, and what a new table needs', async () => {
    const statements = await statementsOf(Online as unknown as MigrationClass);
    expect(statements.join('\n')).toMatch(
      /create index concurrently calls_by_end[^]*not valid;[^]*validate constraint/,
    );
    expect(problemsOf(statements)).toEqual([]);
  });

  test.each([
    'create index x on calls (id);',
    'create unique index "x" on "calls" ("id");',
    'alter table "calls" add constraint "x" check (id is not null);',
    'alter table calls add constraint x unique (id)',
    'alter table calls add constraint x foreign key (tenant_id) references tenants (id)',
    'alter table calls alter column summary type varchar(255)',
    'alter table "calls" alter column "summary" set not null;',
    'alter table calls add column note text not null',
    'alter table calls add note text not null, add other int null',
  ])('refuse %s', (sql) => {
    expect(problemsOf([sql])).toHaveLength(1);
    expect(problemsOf([`/* lock: the table has five rows */ ${sql}`])).toEqual([]);
  });

  test.each([
    'alter table calls add column note text null',
    'alter table calls add column attempts int not null default 0, add note text null',
    'alter table calls add constraint x unique using index x',
    'alter table calls drop constraint x',
  ])('accept %s', (sql) => expect(problemsOf([sql])).toEqual([]));
});

describe('a migration that finds its table locked', () => {
  let database: Awaited<ReturnType<typeof createOwnDatabase>>;
  const last = 'Migration20261128061046_promises';
  let owner: MikroORM;

  beforeAll(async () => {
    database = await createOwnDatabase();
    owner = await MikroORM.init(ormOptions(database.ownerUrl));
    // As if the columns were still to come.
    await owner.em.execute('alter table calls drop column counted');
    await owner.em.execute(
      `alter table webhook_events drop column claimed_until, drop column relay_attempts, drop column relay_error`,
    );
    await owner.em.execute(`delete from mikro_orm_migrations where name = '${last}'`);
  });
  afterAll(async () => {
    await owner.close();
    await database.drop();
  });

  const waitingForLocks = async (): Promise<number> => {
    const [row] = await owner.em.execute<{ n: number }[]>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return row!.n;
  };

  const insertCall = async (app: MikroORM): Promise<void> => {
    await systemEm(app).execute(
      `insert into calls (id, tenant_id, external_call_id, provider, direction, status, facts)
       values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid()::text, 'TWILIO', 'INBOUND', 'completed', '{}')`,
    );
  };

  test('lets writers pass, and gets there in the end', async () => {
    await using app = await MikroORM.init(ormOptions(database.url));
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    let held!: () => void;
    const holding = new Promise<void>((resolve) => (held = resolve));
    // A long query, such as an export.
    const reader = owner.em.fork().transactional(async (em) => {
      await em.execute('select count(*) from calls');
      held();
      await released;
    });
    await holding;
    const migrated = migrate({ database }, { lockTimeoutMs: 200, pauseMs: 50, attempts: 10_000 });
    let isOver = false;
    void migrated.finally(() => (isOver = true));
    // Three times it waits, gives up, and lets a writer in that came after it.
    for (let round = 0; round < 3; round += 1) {
      await until('the migration to wait for its lock', async () => (await waitingForLocks()) > 0);
      await insertCall(app);
    }
    expect(isOver).toBe(false);
    release();
    await reader;
    await migrated;
    const done = await owner.em.execute(`select from mikro_orm_migrations where name = '${last}'`);
    expect(done).toHaveLength(1);
  });

  test('says so when it stays locked', async () => {
    await owner.em.execute(`delete from mikro_orm_migrations where name = '${last}'`);
    await owner.em.execute('alter table calls drop column counted');
    await owner.em.execute(
      `alter table webhook_events drop column claimed_until, drop column relay_attempts, drop column relay_error`,
    );
    await owner.em.fork().transactional(async (em) => {
      await em.execute('select count(*) from calls');
      const locked = migrate({ database }, { lockTimeoutMs: 50, pauseMs: 10, attempts: 3 });
      await expect(locked).rejects.toThrow('lock timeout');
    });
  });
});
