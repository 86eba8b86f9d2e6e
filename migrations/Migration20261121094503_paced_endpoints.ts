import { Migration } from '@mikro-orm/migrations';

export class Migration20261121094503_paced_endpoints extends Migration {
  override name = 'Migration20261121094503_paced_endpoints';

  override up(): void | Promise<void> {
    this.addSql(`alter table "webhook_endpoints" add "paced_until" timestamptz null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "webhook_endpoints" drop column "paced_until";`);
  }
}
