import type { EntityManager } from '@mikro-orm/postgresql';
import type { RetentionSettings } from '../../domain/tenants/retention.ts';

export interface KeepingTenant extends RetentionSettings {
  id: string;
}

/**
 * Deletes calls with everything that was kept about them.
 * @param em the tenant's own, in a transaction.
 * @param callIds as carriers and assistants call them.
 */
export type EraseCalls = (em: EntityManager, tenantId: string, callIds: readonly string[]) => Promise<void>;

/** What time alone does to the rows of a table. */
export type Retention =
  /** Kept, and why. */
  | { kept: string }
  /** An SQL condition, the same for every tenant. */
  | { spent: string }
  /** By week, see partitions.ts; of a partition that others keep, only rows that satisfy this SQL condition are deleted. */
  | { weekly: string }
  /** Deletes at most `limit` of a tenant's oldest; `em` is the tenant's own, in a transaction. @returns how many. */
  | {
      purge: (em: EntityManager, tenant: KeepingTenant, limit: number, eraseCalls: EraseCalls) => Promise<number>;
    };

/** In a table whose rows have a subject. */
export const aboutCalls = `subject_kind = 'call' and subject_id = any(?::text[])`;

/** How rows about calls are erased with them: an SQL condition on their ids (one `?`), or why there are none. */
export type Erasure = { ofCalls: string } | { none: string };

export interface Holding {
  retention: Retention;
  erasure: Erasure;
}
