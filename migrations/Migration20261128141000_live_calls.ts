import { Migration } from '@mikro-orm/migrations';

export class Migration20261128141000_live_calls extends Migration {
  override name = 'Migration20261128141000_live_calls';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "live_calls" ("tenant_id" uuid not null, "assistant_call_id" text not null, "sealed_control" text null, "lines" jsonb not null default '[]', "updated_at" timestamptz not null default now(), primary key ("tenant_id", "assistant_call_id"));`,
    );
    this.addSql(`alter table "live_calls" enable row level security;`);
    this.addSql(`alter table "live_calls" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "live_calls" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "live_calls" to "receptionist_system" using (true) with check (true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "live_calls" cascade;`);
  }
}
