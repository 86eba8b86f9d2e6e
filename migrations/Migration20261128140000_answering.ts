import { Migration } from '@mikro-orm/migrations';

export class Migration20261128140000_answering extends Migration {
  override name = 'Migration20261128140000_answering';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "answering_versions" ("id" uuid not null, "tenant_id" uuid not null, "plan_id" uuid not null, "version" int not null, "plan" jsonb not null, "note" text not null default '', "copy_of" int null, "published_by_id" text null, "published_by_name" text null, "published_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(
      `alter table "answering_versions" add constraint "answering_versions_version_unique" unique ("tenant_id", "plan_id", "version");`,
    );

    this.addSql(
      `create table "answering_overrides" ("id" uuid not null, "tenant_id" uuid not null, "kind" text not null, "number" varchar(16) null, "until" timestamptz not null, "reason" text not null default '', "source" text not null, "set_by_id" text null, "set_by_name" text null, "created_at" timestamptz not null default now(), "ended_at" timestamptz null, "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(
      `create unique index answering_overrides_open on answering_overrides (tenant_id) where ended_at is null;`,
    );

    this.addSql(
      `create table "answering_plans" ("id" uuid not null, "tenant_id" uuid not null, "number" varchar(16) null, "draft" jsonb not null, "current_version" int null, "latest_version" int not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(
      `create unique index answering_plans_number_unique on answering_plans (tenant_id, number) nulls not distinct;`,
    );

    this.addSql(`alter table "phone_numbers" drop column "plan";`);

    this.addSql(`alter table "answering_versions" enable row level security;`);
    this.addSql(`alter table "answering_versions" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "answering_versions" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "system" on "answering_versions" to "receptionist_system" using (true) with check (true);`,
    );

    this.addSql(
      `alter table "answering_overrides" add constraint "answering_overrides_number_check" check ((kind = 'all-to') = (number is not null));`,
    );
    this.addSql(
      `alter table "answering_overrides" add constraint "answering_overrides_kind_check" check ("kind" in ('closed', 'all-to'));`,
    );
    this.addSql(
      `alter table "answering_overrides" add constraint "answering_overrides_source_check" check ("source" in ('user', 'api_key', 'text'));`,
    );
    this.addSql(`alter table "answering_overrides" enable row level security;`);
    this.addSql(`alter table "answering_overrides" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "answering_overrides" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(
      `create policy "system" on "answering_overrides" to "receptionist_system" using (true) with check (true);`,
    );

    this.addSql(`alter table "answering_plans" enable row level security;`);
    this.addSql(`alter table "answering_plans" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "answering_plans" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "answering_plans" to "receptionist_system" using (true) with check (true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "answering_versions" cascade;`);
    this.addSql(`drop table if exists "answering_overrides" cascade;`);
    this.addSql(`drop table if exists "answering_plans" cascade;`);

    this.addSql(`alter table "phone_numbers" add "plan" jsonb null;`);
  }
}
