import { Migration } from '@mikro-orm/migrations';

export class Migration20261121075723_endpoints extends Migration {
  override name = 'Migration20261121075723_endpoints';

  override up(): void | Promise<void> {
    // Endpoints had no table of their own, and deliveries did not name theirs: nothing can be carried over.
    this.addSql(`delete from "webhook_logs";`);
    this.addSql(`delete from "webhook_deliveries";`);
    this.addSql(`delete from "integrations" where "kind" = 'n8n';`);

    this.addSql(
      `create table "outbound_events" ("id" uuid not null, "tenant_id" uuid not null, "event_id" text not null, "event_type" text not null, "external_call_id" text null, "sequence" int null, "occurred_at" timestamptz not null, "data" text not null, "created_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "outbound_events_by_time" on "outbound_events" ("tenant_id", "created_at", "id");`);
    this.addSql(`create index "outbound_events_by_call" on "outbound_events" ("tenant_id", "external_call_id");`);
    this.addSql(
      `alter table "outbound_events" add constraint "outbound_events_tenant_id_event_id_unique" unique ("tenant_id", "event_id");`,
    );

    this.addSql(
      `create table "webhook_endpoints" ("id" uuid not null, "tenant_id" uuid not null, "url" text not null, "description" text not null default '', "event_types" jsonb null, "sealed_secrets" text not null, "rate_limit_per_second" int null, "is_default" boolean not null default false, "failing_since" timestamptz null, "disabled_at" timestamptz null, "disabled_because" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "webhook_endpoints_by_time" on "webhook_endpoints" ("tenant_id", "created_at", "id");`);
    this.addSql(`create unique index webhook_endpoints_one_default on webhook_endpoints (tenant_id) where is_default;`);

    this.addSql(`alter table "integrations" drop constraint "integrations_kind_check";`);
    this.addSql(
      `alter table "integrations" add constraint "integrations_kind_check" check ("kind" in ('twilio', 'signalwire', 'vapi'));`,
    );

    this.addSql(`alter table "webhook_deliveries" drop constraint "webhook_deliveries_tenant_id_event_id_unique";`);
    this.addSql(`alter table "webhook_deliveries" drop constraint "webhook_deliveries_status_check";`);
    this.addSql(`alter table "webhook_deliveries" drop column "body";`);
    this.addSql(
      `alter table "webhook_deliveries" add "endpoint_id" uuid not null, add "attempts_in_schedule" int not null default 0;`,
    );
    this.addSql(
      `create index "webhook_deliveries_by_endpoint" on "webhook_deliveries" ("tenant_id", "endpoint_id", "created_at", "id");`,
    );
    this.addSql(
      `create index webhook_deliveries_waiting on webhook_deliveries (coalesce(next_attempt_at, created_at)) where status in ('pending', 'retrying');`,
    );
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_tenant_id_endpoint_id_event_id_unique" unique ("tenant_id", "endpoint_id", "event_id");`,
    );
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_status_check" check ("status" in ('pending', 'retrying', 'delivered', 'dead', 'held'));`,
    );

    this.addSql(`alter table "outbound_events" enable row level security;`);
    this.addSql(`alter table "outbound_events" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "outbound_events" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "outbound_events" to "receptionist_system" using (true) with check (true);`);

    this.addSql(
      `alter table "webhook_endpoints" add constraint "webhook_endpoints_disabled_because_check" check ("disabled_because" in ('asked', 'gone', 'failing'));`,
    );
    this.addSql(`alter table "webhook_endpoints" enable row level security;`);
    this.addSql(`alter table "webhook_endpoints" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "webhook_endpoints" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "system" on "webhook_endpoints" to "receptionist_system" using (true) with check (true);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "outbound_events" cascade;`);
    this.addSql(`drop table if exists "webhook_endpoints" cascade;`);

    this.addSql(`alter table "integrations" drop constraint "integrations_kind_check";`);
    this.addSql(
      `alter table "integrations" add constraint "integrations_kind_check" check ("kind" in ('twilio', 'signalwire', 'vapi', 'n8n'));`,
    );

    this.addSql(`drop index "webhook_deliveries_by_endpoint";`);
    this.addSql(`drop index "webhook_deliveries_waiting";`);
    this.addSql(
      `alter table "webhook_deliveries" drop constraint "webhook_deliveries_tenant_id_endpoint_id_event_id_unique";`,
    );
    this.addSql(`alter table "webhook_deliveries" drop constraint "webhook_deliveries_status_check";`);
    this.addSql(`alter table "webhook_deliveries" drop column "endpoint_id", drop column "attempts_in_schedule";`);
    this.addSql(`alter table "webhook_deliveries" add "body" text not null;`);
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_tenant_id_event_id_unique" unique ("tenant_id", "event_id");`,
    );
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_status_check" check ("status" in ('pending', 'retrying', 'delivered', 'dead'));`,
    );
  }
}
