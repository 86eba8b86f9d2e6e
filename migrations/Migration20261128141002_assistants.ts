import { Migration } from '@mikro-orm/migrations';

export class Migration20261128141002_assistants extends Migration {
  override name = 'Migration20261128141002_assistants';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "assistants" ("tenant_id" uuid not null, "external_id" text null, "tool_ids" jsonb not null default '{}', "drift" jsonb not null default '[]', "duplicates" jsonb not null default '[]', "synced_at" timestamptz null, "claimed_until" timestamptz null, "updated_at" timestamptz not null default now(), primary key ("tenant_id"));`,
    );
    this.addSql(`alter table "assistants" enable row level security;`);
    this.addSql(`alter table "assistants" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "assistants" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "assistants" to "receptionist_system" using (true) with check (true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "assistants" cascade;`);
  }
}
