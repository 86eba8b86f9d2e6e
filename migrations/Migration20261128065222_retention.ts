import { Migration } from '@mikro-orm/migrations';

const isOwnTenant = `tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid`;

const indexes = {
  webhook_events: [
    'create index webhook_events_by_call on webhook_events (tenant_id, external_call_id)',
    'create index webhook_events_waiting on webhook_events (received_at) where relayed_at is null',
    'create index webhook_events_waiting_by_id on webhook_events (id) where relayed_at is null',
  ],
  webhook_logs: [
    'create index webhook_logs_by_delivery on webhook_logs (tenant_id, delivery_id, attempt)',
    'create index webhook_logs_recent on webhook_logs (attempted_at)',
  ],
};

/** Partitions live in a schema that no role of the app may look into: they are reached through their table, and its policies. */
const schema = [
  'create schema webhook_partitions',
  `create table webhook_partitions.keys (table_name text primary key, key text not null, local_indexes text not null)`,
  `insert into webhook_partitions.keys values
    ('webhook_events', 'received_at', 'create unique index on webhook_partitions.%I (tenant_id, provider, external_id)'),
    ('webhook_logs', 'attempted_at', '')`,
];

const settings = `language plpgsql security definer
  set search_path = pg_catalog, pg_temp set timezone = 'UTC' set lock_timeout = '200ms'`;

const functions = [
  `create function create_webhook_partitions(weeks_ahead int) returns int ${settings} as $$
    declare
      parent record; week timestamptz; name text; made int := 0;
    begin
      perform pg_advisory_xact_lock(hashtext('webhook_partitions'));
      for parent in select * from webhook_partitions.keys loop
        for week in execute format(
          'select date_trunc(''week'', now()) + n * interval ''7 days'' from generate_series(0, $1) n
           union select date_trunc(''week'', %I) from webhook_partitions.%I order by 1',
          parent.key, parent.table_name || '_default') using weeks_ahead
        loop
          name := parent.table_name || to_char(week, '_YYYYMMDD');
          continue when to_regclass('webhook_partitions.' || name) is not null;
          execute format('create table webhook_partitions.%I (like public.%I including defaults including constraints)', name, parent.table_name);
          execute format('alter table webhook_partitions.%I enable row level security', name);
          if parent.local_indexes <> '' then execute format(parent.local_indexes, name); end if;
          -- What came in while there was no partition for it.
          execute format('lock table webhook_partitions.%I in access exclusive mode', parent.table_name || '_default');
          execute format(
            'with moved as (delete from webhook_partitions.%I where %I >= %L and %I < %L returning *)
             insert into webhook_partitions.%I select * from moved',
            parent.table_name || '_default', parent.key, week, parent.key, week + interval '7 days', name);
          execute format('alter table public.%I attach partition webhook_partitions.%I for values from (%L) to (%L)',
            parent.table_name, name, week, week + interval '7 days');
          made := made + 1;
        end loop;
      end loop;
      return made;
    end $$`,
  `create function drop_webhook_partition(partition_name text) returns boolean ${settings} as $$
    declare
      parent text := substring(partition_name from '^(webhook_events|webhook_logs)_[0-9]{8}$'); waiting boolean := false;
    begin
      if parent is null or to_regclass('webhook_partitions.' || partition_name) is null then return false; end if;
      if to_date(right(partition_name, 8), 'YYYYMMDD') + 7 > current_date - 14 then
        raise exception 'partition % is younger than any retention', partition_name;
      end if;
      execute format('lock table public.%I in access exclusive mode', parent);
      if parent = 'webhook_events' then
        execute format('select exists (select from webhook_partitions.%I where relayed_at is null)', partition_name) into waiting;
        if waiting then return false; end if;
      end if;
      execute format('drop table webhook_partitions.%I', partition_name);
      return true;
    end $$`,
];

const privileges = ['create_webhook_partitions(int)', 'drop_webhook_partition(text)'].flatMap((name) => [
  `revoke execute on function ${name} from public`,
  `grant execute on function ${name} to receptionist_system`,
]);

const policies = (table: string) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy "own_tenant" on ${table} to "receptionist_app" using (${isOwnTenant}) with check (${isOwnTenant})`,
  `create policy "system" on ${table} to "receptionist_system" using (true) with check (true)`,
];

export class Migration20261128065222_retention extends Migration {
  override name = 'Migration20261128065222_retention';

  override up(): void {
    this.addSql(
      `alter table "tenants" add "call_retention_months" int not null default 12, add "log_retention_days" int not null default 90;`,
    );
    this.addSql(
      `alter table "tenants" add constraint "tenants_call_retention_check" check (call_retention_months between 1 and 120);`,
    );
    this.addSql(
      `alter table "tenants" add constraint "tenants_log_retention_check" check (log_retention_days between 14 and 730);`,
    );
    this.addSql(
      `alter table "webhook_deliveries" drop constraint "webhook_deliveries_tenant_id_endpoint_id_event_id_unique";`,
    );
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_tenant_id_event_id_endpoint_id_unique" unique ("tenant_id", "event_id", "endpoint_id");`,
    );
    for (const sql of schema) this.addSql(sql);
    this.#partition('webhook_events', 'received_at', ['payload', 'events']);
    this.addSql('create unique index on webhook_partitions.webhook_events_default (tenant_id, provider, external_id)');
    this.#partition('webhook_logs', 'attempted_at', []);
    for (const sql of [...functions, ...privileges]) this.addSql(sql);
  }

  /** In place of a plain table, with its rows. They go to the default partition, from where each week takes its own. */
  #partition(table: keyof typeof indexes, key: string, json: string[]): void {
    const former = `former_${table}`;
    const statements = [
      `alter table ${table} rename to ${former}`,
      `create table ${table} (like ${former} including defaults including constraints) partition by range (${key})`,
      ...json.map((column) => `alter table ${table} alter column ${column} type json`),
      `create table webhook_partitions.${table}_default partition of ${table} default`,
      `alter table webhook_partitions.${table}_default enable row level security`,
      // Otherwise an owner who is no superuser would see no rows to copy.
      `alter table ${former} no force row level security`,
      `insert into ${table} select * from ${former}`,
      `drop table ${former}`,
      ...indexes[table],
      ...policies(table),
    ];
    for (const sql of statements) this.addSql(sql);
  }

  override down(): void {
    this.addSql('drop function create_webhook_partitions(int), drop_webhook_partition(text);');
    this.#unpartition('webhook_events', ['payload', 'events']);
    this.addSql(
      `alter table "webhook_events" add constraint "webhook_events_tenant_id_provider_external_id_unique" unique ("tenant_id", "provider", "external_id");`,
    );
    this.#unpartition('webhook_logs', []);
    this.addSql('drop schema webhook_partitions cascade;');
    this.addSql(
      `alter table "webhook_deliveries" drop constraint "webhook_deliveries_tenant_id_event_id_endpoint_id_unique";`,
    );
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_tenant_id_endpoint_id_event_id_unique" unique ("tenant_id", "endpoint_id", "event_id");`,
    );
    this.addSql(`alter table "tenants" drop column "call_retention_months", drop column "log_retention_days";`);
  }

  #unpartition(table: keyof typeof indexes, json: string[]): void {
    const former = `former_${table}`;
    const statements = [
      `alter table ${table} rename to ${former}`,
      `create table ${table} (like ${former} including defaults including constraints, primary key (id))`,
      ...json.map((column) => `alter table ${table} alter column ${column} type jsonb using ${column}::jsonb`),
      `alter table ${former} no force row level security`,
      `insert into ${table} select * from ${former}`,
      `drop table ${former}`,
      ...indexes[table].filter((sql) => !sql.includes('_waiting_by_id')),
      ...policies(table),
    ];
    for (const sql of statements) this.addSql(sql);
  }
}
