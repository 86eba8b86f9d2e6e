import { OnlineMigration } from '../src/db/core/onlineMigration.ts';

export class Migration20261128110532_calls_by_number extends OnlineMigration {
  override name = 'Migration20261128110532_calls_by_number';

  override up(): void {
    this.createIndex('calls_by_caller', 'on calls (tenant_id, from_number)');
    this.createIndex('calls_by_callee', 'on calls (tenant_id, to_number)');
  }

  override down(): void {
    this.addSql('drop index concurrently if exists calls_by_caller;');
    this.addSql('drop index concurrently if exists calls_by_callee;');
  }
}
