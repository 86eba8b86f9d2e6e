import { Migration } from '@mikro-orm/migrations';

/** Attempts of earlier versions have their sentence only. */
export class Migration20261128130400_error_codes extends Migration {
  override name = 'Migration20261128130400_error_codes';

  override up(): void {
    this.addSql(`alter table "webhook_logs" add column "error_code" text null, add column "error_params" jsonb null;`);
    this.addSql(
      `alter table "webhook_deliveries" add column "last_error_code" text null, add column "last_error_params" jsonb null;`,
    );
  }

  override down(): void {
    this.addSql(`alter table "webhook_deliveries" drop column "last_error_code", drop column "last_error_params";`);
    this.addSql(`alter table "webhook_logs" drop column "error_code", drop column "error_params";`);
  }
}
