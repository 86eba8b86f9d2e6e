import { Migration } from '@mikro-orm/migrations';

export class Migration20261121074500_call_time extends Migration {
  override name = 'Migration20261121074500_call_time';

  override up(): void | Promise<void> {
    this.addSql(`drop index calls_by_time;`);
    this.addSql(
      `create index calls_by_time on calls (tenant_id, (case when started_at is null then created_at else started_at end), id);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index calls_by_time;`);
    this.addSql(`create index calls_by_time on calls (tenant_id, coalesce(started_at, created_at), id);`);
  }
}
