import { OnlineMigration } from '../src/db/core/onlineMigration.ts';

const tables = ['webhook_events', 'outbound_events', 'webhook_deliveries'];

const rename = (table: string, from: string, to: string): string =>
  `do $$ begin
     if exists (select from information_schema.columns
       where table_schema = 'public' and table_name = '${table}' and column_name = '${from}')
     then alter table public.${table} rename column ${from} to ${to}; end if;
   end $$;`;

/**
 * What was about a call is about a subject, whose kind is `call`. No row is written: what is there reads the default that the
 * new column had when it was added. Whoever runs the version before meanwhile finds no column for a webhook, and gives it to
 * Temporal, as while PostgreSQL is away.
 */
export class Migration20261128100000_subjects extends OnlineMigration {
  override name = 'Migration20261128100000_subjects';

  override up(): void {
    for (const table of tables) {
      this.addSql(`alter table ${table} add column if not exists subject_kind text null default 'call';`);
      this.addSql(rename(table, 'external_call_id', 'subject_id'));
      this.addSql(`alter table ${table} alter column subject_kind drop default;`);
      this.addSql(`alter index if exists ${table}_by_call rename to ${table}_by_subject;`);
    }
  }

  override down(): void {
    for (const table of tables) {
      this.addSql(`alter index if exists ${table}_by_subject rename to ${table}_by_call;`);
      this.addSql(rename(table, 'subject_id', 'external_call_id'));
      this.addSql(`alter table ${table} drop column if exists subject_kind;`);
    }
  }
}
