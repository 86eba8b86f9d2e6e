import { OnlineMigration } from '../src/db/core/onlineMigration.ts';

export class Migration20261128141001_open_calls extends OnlineMigration {
  override name = 'Migration20261128141001_open_calls';

  override up(): void {
    this.createIndex(
      'calls_open',
      "on calls (tenant_id, created_at) where status in ('queued', 'ringing', 'in-progress')",
    );
  }

  override down(): void {
    this.addSql('drop index concurrently if exists calls_open;');
  }
}
