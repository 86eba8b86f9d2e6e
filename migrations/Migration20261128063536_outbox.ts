import { Migration } from '@mikro-orm/migrations';

export class Migration20261128063536_outbox extends Migration {
  override name = 'Migration20261128063536_outbox';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "webhook_recoveries" ("id" uuid not null, "tenant_id" uuid not null, "endpoint_id" uuid null, "filter" jsonb not null, "started_at" timestamptz not null, "canceled_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "webhook_recoveries_by_time" on "webhook_recoveries" ("tenant_id", "started_at", "id");`);

    this.addSql(
      `create table "webhook_recovery_parts" ("recovery_id" uuid not null, "endpoint_id" uuid not null, "tenant_id" uuid not null, "total" int null, "looked_at" int not null default 0, "queued" int not null default 0, "after" jsonb null, "queued_all_at" timestamptz null, "ended_at" timestamptz null, "delivered" int not null default 0, "failed" int not null default 0, primary key ("recovery_id", "endpoint_id"));`,
    );
    this.addSql(
      `create index webhook_recovery_parts_running on webhook_recovery_parts (endpoint_id) where ended_at is null;`,
    );

    this.addSql(`drop index "webhook_deliveries_waiting";`);
    this.addSql(`alter table "webhook_deliveries" drop column "slot_at", drop column "swept_at";`);
    this.addSql(`alter table "webhook_deliveries" add "claimed_until" timestamptz null, add "recovery_id" uuid null;`);
    this.addSql(
      `create index webhook_deliveries_due on webhook_deliveries (endpoint_id, coalesce(next_attempt_at, created_at)) where status in ('pending', 'retrying');`,
    );
    this.addSql(
      `create index webhook_deliveries_by_recovery on webhook_deliveries (recovery_id, endpoint_id) where recovery_id is not null;`,
    );

    this.addSql(
      `alter table "webhook_endpoints" add "failure_streak" int not null default 0, add "resting_until" timestamptz null;`,
    );

    // Slots that nothing will use any more must not hold up an endpoint. An update would see no row: row level security.
    this.addSql(`alter table "webhook_endpoints" drop column "paced_until";`);
    this.addSql(`alter table "webhook_endpoints" add "paced_until" timestamptz null;`);

    this.addSql(`alter table "webhook_recoveries" enable row level security;`);
    this.addSql(`alter table "webhook_recoveries" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "webhook_recoveries" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "system" on "webhook_recoveries" to "receptionist_system" using (true) with check (true);`,
    );

    this.addSql(`alter table "webhook_recovery_parts" enable row level security;`);
    this.addSql(`alter table "webhook_recovery_parts" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "webhook_recovery_parts" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "system" on "webhook_recovery_parts" to "receptionist_system" using (true) with check (true);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "webhook_recoveries" cascade;`);
    this.addSql(`drop table if exists "webhook_recovery_parts" cascade;`);

    this.addSql(`drop index "webhook_deliveries_due";`);
    this.addSql(`drop index "webhook_deliveries_by_recovery";`);
    this.addSql(`alter table "webhook_deliveries" drop column "recovery_id";`);
    this.addSql(`alter table "webhook_deliveries" drop column "claimed_until";`);
    this.addSql(`alter table "webhook_deliveries" add "slot_at" timestamptz null, add "swept_at" timestamptz null;`);
    this.addSql(
      `create index webhook_deliveries_waiting on webhook_deliveries (coalesce(next_attempt_at, created_at)) where status in ('pending', 'retrying');`,
    );

    this.addSql(`alter table "webhook_endpoints" drop column "failure_streak", drop column "resting_until";`);
  }
}
