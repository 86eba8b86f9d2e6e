import { Migration } from '@mikro-orm/migrations';

export class Migration20261121094617_recent_deliveries extends Migration {
  override name = 'Migration20261121094617_recent_deliveries';

  override up(): void | Promise<void> {
    this.addSql(`create index "webhook_deliveries_recent" on "webhook_deliveries" ("created_at");`);

    this.addSql(`create index "webhook_logs_recent" on "webhook_logs" ("attempted_at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "webhook_deliveries_recent";`);

    this.addSql(`drop index "webhook_logs_recent";`);
  }
}
