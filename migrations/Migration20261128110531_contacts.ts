import { Migration } from '@mikro-orm/migrations';

export class Migration20261128110531_contacts extends Migration {
  override name = 'Migration20261128110531_contacts';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "contacts" ("id" uuid not null, "tenant_id" uuid not null, "number" varchar(16) not null, "name" text not null, "language" text null, "notes" text not null default '', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), primary key ("id"));`,
    );
    this.addSql(`alter table "contacts" add constraint "contacts_number_unique" unique ("tenant_id", "number");`);

    this.addSql(`alter table "contacts" add constraint "contacts_language_check" check ("language" in ('fr', 'en'));`);
    this.addSql(`alter table "contacts" enable row level security;`);
    this.addSql(`alter table "contacts" force row level security;`);
    this.addSql(
      `create policy "own_tenant" on "contacts" to "receptionist_app" using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);`,
    );
    this.addSql(`create policy "system" on "contacts" to "receptionist_system" using (true) with check (true);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "contacts" cascade;`);
  }
}
