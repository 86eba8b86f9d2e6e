import { Migration } from '@mikro-orm/migrations';

export class Migration20261121000000_initial extends Migration {
  override name = 'Migration20261121000000_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "calls" ("id" uuid not null, "tenant_id" uuid not null, "external_call_id" text not null, "provider" text not null, "direction" text not null, "status" text not null, "outcome_type" text null, "ai_handled" boolean not null default false, "from_number" text null, "to_number" text null, "started_at" timestamptz null, "answered_at" timestamptz null, "ended_at" timestamptz null, "duration_seconds" int null, "billed_minutes" int null, "provider_cost_cents" numeric(14,4) null, "transcript" text null, "summary" text null, "structured_data" jsonb null, "ended_reason" text null, "assistant_call_id" text null, "recordings" jsonb not null default '[]', "facts" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "closed_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index calls_by_time on calls (tenant_id, coalesce(started_at, created_at), id);`);
    this.addSql(
      `alter table "calls" add constraint "calls_tenant_id_external_call_id_unique" unique ("tenant_id", "external_call_id");`,
    );
    this.addSql(
      `alter table "calls" add constraint "calls_provider_check" check ("provider" in ('TWILIO', 'SIGNALWIRE', 'VAPI'));`,
    );
    this.addSql(
      `alter table "calls" add constraint "calls_direction_check" check ("direction" in ('INBOUND', 'OUTBOUND'));`,
    );
    this.addSql(
      `alter table "calls" add constraint "calls_status_check" check ("status" in ('queued', 'ringing', 'in-progress', 'canceled', 'failed', 'no-answer', 'busy', 'completed'));`,
    );
    this.addSql(
      `alter table "calls" add constraint "calls_outcome_type_check" check ("outcome_type" in ('BOOKED', 'TRANSFERRED', 'VOICEMAIL', 'COMPLETED', 'ABANDONED', 'MISSED', 'NO_ANSWER', 'CANCELED', 'FAILED'));`,
    );

    this.addSql(
      `create table "daily_metrics" ("tenant_id" uuid not null, "date" date not null, "total_calls" int not null default 0, "inbound_calls" int not null default 0, "outbound_calls" int not null default 0, "ai_handled_calls" int not null default 0, "booked_calls" int not null default 0, "missed_calls" int not null default 0, "transferred_calls" int not null default 0, "voicemail_calls" int not null default 0, "duration_seconds" int not null default 0, "billed_minutes" int not null default 0, "provider_cost_cents" numeric(16,4) not null default 0, primary key ("tenant_id", "date"));`,
    );

    this.addSql(
      `create table "integrations" ("id" uuid not null, "tenant_id" uuid not null, "kind" text not null, "sealed_settings" text not null, "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(
      `alter table "integrations" add constraint "integrations_tenant_id_kind_unique" unique ("tenant_id", "kind");`,
    );
    this.addSql(
      `alter table "integrations" add constraint "integrations_kind_check" check ("kind" in ('twilio', 'signalwire', 'vapi', 'n8n'));`,
    );

    this.addSql(
      `create table "tenants" ("id" uuid not null, "slug" varchar(63) not null, "name" varchar(255) not null, "time_zone" varchar(255) not null default 'America/Toronto', "created_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`alter table "tenants" add constraint "tenants_slug_unique" unique ("slug");`);

    this.addSql(
      `create table "users" ("id" uuid not null, "tenant_id" uuid not null, "email" varchar(255) not null, "password_hash" varchar(255) not null, "role" text not null, "name" varchar(255) not null, "created_at" timestamptz not null default now(), "last_login_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "users_tenant_id_index" on "users" ("tenant_id");`);
    this.addSql(`alter table "users" add constraint "users_email_unique" unique ("email");`);
    this.addSql(`alter table "users" add constraint "users_role_check" check ("role" in ('owner', 'admin'));`);

    this.addSql(
      `create table "webhook_deliveries" ("id" uuid not null, "tenant_id" uuid not null, "event_id" text not null, "event_type" text not null, "external_call_id" text null, "body" text not null, "status" text not null default 'pending', "attempts" int not null default 0, "next_attempt_at" timestamptz null, "delivered_at" timestamptz null, "last_error" text null, "created_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "webhook_deliveries_by_time" on "webhook_deliveries" ("tenant_id", "created_at", "id");`);
    this.addSql(`create index "webhook_deliveries_by_call" on "webhook_deliveries" ("tenant_id", "external_call_id");`);
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_tenant_id_event_id_unique" unique ("tenant_id", "event_id");`,
    );
    this.addSql(
      `alter table "webhook_deliveries" add constraint "webhook_deliveries_status_check" check ("status" in ('pending', 'retrying', 'delivered', 'dead'));`,
    );

    this.addSql(
      `create table "webhook_events" ("id" uuid not null, "tenant_id" uuid not null, "provider" text not null, "external_id" text not null, "event_type" text not null, "external_call_id" text null, "payload" jsonb not null, "events" jsonb not null, "received_at" timestamptz not null, "relayed_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "webhook_events_by_call" on "webhook_events" ("tenant_id", "external_call_id");`);
    this.addSql(`create index webhook_events_waiting on webhook_events (received_at) where relayed_at is null;`);
    this.addSql(
      `alter table "webhook_events" add constraint "webhook_events_tenant_id_provider_external_id_unique" unique ("tenant_id", "provider", "external_id");`,
    );
    this.addSql(
      `alter table "webhook_events" add constraint "webhook_events_provider_check" check ("provider" in ('twilio', 'signalwire', 'vapi'));`,
    );

    this.addSql(
      `create table "webhook_logs" ("id" uuid not null, "tenant_id" uuid not null, "delivery_id" uuid not null, "attempt" int not null, "url" text not null, "response_status" int null, "response_body" text null, "error" text null, "duration_ms" int not null, "attempted_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "webhook_logs_by_delivery" on "webhook_logs" ("tenant_id", "delivery_id", "attempt");`);

    this.addSql(`alter table "calls" enable row level security;`);
    this.addSql(`alter table "calls" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "calls" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "calls" to "receptionist_system" using (true) with check (true);`);
    this.addSql(`alter table "daily_metrics" enable row level security;`);
    this.addSql(`alter table "daily_metrics" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "daily_metrics" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "daily_metrics" to "receptionist_system" using (true) with check (true);`);
    this.addSql(`alter table "integrations" enable row level security;`);
    this.addSql(`alter table "integrations" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "integrations" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "integrations" to "receptionist_system" using (true) with check (true);`);
    this.addSql(`alter table "tenants" enable row level security;`);
    this.addSql(`alter table "tenants" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "tenants" to "receptionist_app" using (id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "tenants" to "receptionist_system" using (true) with check (true);`);
    this.addSql(`alter table "users" enable row level security;`);
    this.addSql(`alter table "users" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "users" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "users" to "receptionist_system" using (true) with check (true);`);
    this.addSql(`alter table "webhook_deliveries" enable row level security;`);
    this.addSql(`alter table "webhook_deliveries" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "webhook_deliveries" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "system" on "webhook_deliveries" to "receptionist_system" using (true) with check (true);`,
    );
    this.addSql(`alter table "webhook_events" enable row level security;`);
    this.addSql(`alter table "webhook_events" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "webhook_events" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "webhook_events" to "receptionist_system" using (true) with check (true);`);
    this.addSql(`alter table "webhook_logs" enable row level security;`);
    this.addSql(`alter table "webhook_logs" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "webhook_logs" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "webhook_logs" to "receptionist_system" using (true) with check (true);`);
  }
}
