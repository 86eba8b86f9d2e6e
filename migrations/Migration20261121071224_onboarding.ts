import { Migration } from '@mikro-orm/migrations';

export class Migration20261121071224_onboarding extends Migration {
  override name = 'Migration20261121071224_onboarding';

  override up(): void | Promise<void> {
    this.addSql(`alter table "tenants" add "updated_at" timestamptz not null default now();`);

    this.addSql(`create unique index "users_one_owner" on "users" ("tenant_id") where "role" = 'owner';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "tenants" drop column "updated_at";`);

    this.addSql(`drop index "users_one_owner";`);
  }
}
