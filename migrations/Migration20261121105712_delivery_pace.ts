import { Migration } from '@mikro-orm/migrations';

export class Migration20261121105712_delivery_pace extends Migration {
  override name = 'Migration20261121105712_delivery_pace';

  override up(): void | Promise<void> {
    this.addSql(`alter table "webhook_deliveries" add "slot_at" timestamptz null, add "swept_at" timestamptz null;`);

    this.addSql(
      `alter table "webhook_endpoints" add "paced_until" timestamptz null, add "last_failed_at" timestamptz null;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "webhook_deliveries" drop column "slot_at", drop column "swept_at";`);

    this.addSql(`alter table "webhook_endpoints" drop column "paced_until", drop column "last_failed_at";`);
  }
}
