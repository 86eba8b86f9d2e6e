import { Migration } from '@mikro-orm/migrations';

export class Migration20261121100903_endpoint_pace extends Migration {
  override name = 'Migration20261121100903_endpoint_pace';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "webhook_endpoints" add "paced_until" timestamptz null, add "last_failed_at" timestamptz null;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "webhook_endpoints" drop column "paced_until", drop column "last_failed_at";`);
  }
}
