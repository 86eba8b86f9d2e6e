import { Migration } from '@mikro-orm/migrations';

/**
 * A migration of a table that is in use. Each statement commits by itself, so that none holds the lock of another; where one is cut
 * off, all of them run again: each must allow for that, as these two do.
 */
export abstract class OnlineMigration extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  /** @param definition what follows the name, such as `on calls (tenant_id, ended_at)`. */
  protected createIndex(name: string, definition: string, { unique = false } = {}): void {
    // One that was cut off stays behind, and is invalid.
    this.addSql(`drop index concurrently if exists ${name};`);
    this.addSql(`create ${unique ? 'unique ' : ''}index concurrently ${name} ${definition};`);
  }

  /** @param definition such as `check (attempts >= 0)`; new rows satisfy it at once, those that are there are looked at without a lock. */
  protected addConstraint(table: string, name: string, definition: string): void {
    this.addSql(`alter table ${table} drop constraint if exists ${name};`);
    this.addSql(`alter table ${table} add constraint ${name} ${definition} not valid;`);
    this.addSql(`alter table ${table} validate constraint ${name};`);
  }
}
