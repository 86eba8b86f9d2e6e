import { Migration } from '@mikro-orm/migrations';

export class Migration20261128061046_promises extends Migration {
  override name = 'Migration20261128061046_promises';

  override up(): void | Promise<void> {
    this.addSql(`alter table "calls" add "counted" jsonb null;`);

    this.addSql(
      `alter table "webhook_events" add "claimed_until" timestamptz null, add "relay_attempts" int not null default 0, add "relay_error" text null;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "calls" drop column "counted";`);

    this.addSql(
      `alter table "webhook_events" drop column "claimed_until", drop column "relay_attempts", drop column "relay_error";`,
    );
  }
}
