import { Migration } from '@mikro-orm/migrations';

export class Migration20261128103013_phone_numbers extends Migration {
  override name = 'Migration20261128103013_phone_numbers';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "phone_numbers" ("id" uuid not null, "tenant_id" uuid not null, "number" text not null, "carrier" text not null, "provider_id" text null, "capabilities" jsonb null, "label" text null, "plan" jsonb null, "status" text not null default 'active', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`create index "phone_numbers_by_carrier" on "phone_numbers" ("tenant_id", "carrier");`);
    this.addSql(`create unique index phone_numbers_active on phone_numbers (number) where status = 'active';`);

    this.addSql(
      `alter table "phone_numbers" add constraint "phone_numbers_carrier_check" check ("carrier" in ('twilio', 'signalwire'));`,
    );
    this.addSql(
      `alter table "phone_numbers" add constraint "phone_numbers_status_check" check ("status" in ('active', 'contested', 'released'));`,
    );
    this.addSql(`alter table "phone_numbers" enable row level security;`);
    this.addSql(`alter table "phone_numbers" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "phone_numbers" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "phone_numbers" to "receptionist_system" using (true) with check (true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "phone_numbers" cascade;`);
  }
}
