import type { EntityManager } from '@mikro-orm/postgresql';
import type { TenantId } from '../../domain/ids.ts';

const insert = `insert into assistants (tenant_id) values (?) on conflict (tenant_id) do nothing`;

const claim = `
  update assistants set claimed_until = now() + make_interval(secs => ?)
  where tenant_id = ? and (claimed_until is null or claimed_until < now()) returning tenant_id`;

/**
 * Claims the tenant's assistant for a sync, which commits before the vendor is asked for anything.
 * @param em the tenant's own, in a transaction.
 * @returns whether no other sync is under way.
 */
export const claimAssistant = async (em: EntityManager, tenantId: TenantId, seconds: number): Promise<boolean> => {
  await em.execute(insert, [tenantId]);
  return (await em.execute<unknown[]>(claim, [seconds, tenantId])).length > 0;
};

/** A sync that has certainly changed nothing, or has said what it did, leaves the way free. @param em as above. */
export const releaseAssistant = async (em: EntityManager, tenantId: TenantId): Promise<void> => {
  await em.execute('update assistants set claimed_until = null where tenant_id = ?', [tenantId]);
};
