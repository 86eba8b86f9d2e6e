import { Migration } from '@mikro-orm/migrations';

export class Migration20261128063439_outcome_reason extends Migration {
  override name = 'Migration20261128063439_outcome_reason';

  override up(): void | Promise<void> {
    this.addSql(`alter table "calls" add "outcome_reason" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "calls" drop column "outcome_reason";`);
  }
}
