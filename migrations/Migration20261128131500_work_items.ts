import { Migration } from '@mikro-orm/migrations';

export class Migration20261128131500_work_items extends Migration {
  override name = 'Migration20261128131500_work_items';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "business_info" ("tenant_id" uuid not null, "address" text null, "area" text null, "services" jsonb not null default '[]', "payment_methods" jsonb not null default '[]', "callbacks" jsonb not null, "assignee_id" uuid null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("tenant_id"));`,
    );

    this.addSql(
      `create table "tool_calls" ("id" uuid not null, "tenant_id" uuid not null, "tool_call_id" text not null, "name" text not null, "external_call_id" text null, "answer" jsonb not null, "created_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "tool_calls_by_call" on "tool_calls" ("tenant_id", "external_call_id");`);
    this.addSql(`create index "tool_calls_by_time" on "tool_calls" ("tenant_id", "created_at");`);
    this.addSql(`alter table "tool_calls" add constraint "tool_calls_unique" unique ("tenant_id", "tool_call_id");`);

    this.addSql(
      `create table "work_items" ("id" uuid not null, "tenant_id" uuid not null, "kind" text not null, "text" text not null, "caller_number" varchar(16) null, "caller_name" text null, "owner_id" uuid null, "due_at" timestamptz not null, "priority" text not null default 'normal', "status" text not null default 'open', "result" text null, "finished_at" timestamptz null, "finished_by" text null, "external_call_id" text null, "tool_call_id" text null, "language" text null, "overdue_told_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "work_items_by_due" on "work_items" ("tenant_id", "due_at", "id");`);
    this.addSql(`create index "work_items_by_call" on "work_items" ("tenant_id", "external_call_id");`);
    this.addSql(
      `create index work_items_untold on work_items (due_at) where status = 'open' and overdue_told_at is null;`,
    );

    this.addSql(`alter table "business_info" enable row level security;`);
    this.addSql(`alter table "business_info" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "business_info" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "business_info" to "receptionist_system" using (true) with check (true);`);

    this.addSql(`alter table "tool_calls" enable row level security;`);
    this.addSql(`alter table "tool_calls" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "tool_calls" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "tool_calls" to "receptionist_system" using (true) with check (true);`);

    this.addSql(
      `alter table "work_items" add constraint "work_items_kind_check" check ("kind" in ('message', 'callback'));`,
    );
    this.addSql(
      `alter table "work_items" add constraint "work_items_priority_check" check ("priority" in ('emergency', 'normal'));`,
    );
    this.addSql(
      `alter table "work_items" add constraint "work_items_status_check" check ("status" in ('open', 'done', 'cancelled'));`,
    );
    this.addSql(
      `alter table "work_items" add constraint "work_items_language_check" check ("language" in ('fr', 'en'));`,
    );
    this.addSql(`alter table "work_items" enable row level security;`);
    this.addSql(`alter table "work_items" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "work_items" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "work_items" to "receptionist_system" using (true) with check (true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "business_info" cascade;`);
    this.addSql(`drop table if exists "tool_calls" cascade;`);
    this.addSql(`drop table if exists "work_items" cascade;`);
  }
}
