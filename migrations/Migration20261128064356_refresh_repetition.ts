import { Migration } from '@mikro-orm/migrations';

export class Migration20261128064356_refresh_repetition extends Migration {
  override name = 'Migration20261128064356_refresh_repetition';

  override up(): void | Promise<void> {
    this.addSql(`alter table "refresh_tokens" add "sealed_exchange" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "refresh_tokens" drop column "sealed_exchange";`);
  }
}
