import { LockMode, type MikroORM } from '@mikro-orm/postgresql';
import { carriers, type Carrier } from '../../domain/providers.ts';
import type { KeyRing } from '../core/sealing.ts';
import { systemEm, tenantEm } from '../core/tenancy.ts';
import { Integration } from './integration.ts';
import { moveNumbersOf, unsealIntegration } from './integrations.ts';
import { Tenant } from './tenant.ts';

/**
 * Moves phone numbers from carriers' sealed settings, where the version before kept them, into their table. It takes the keys,
 * which migrations do not have. Safe at every start, and cheap once all are moved: one query. What cannot be moved stays where it
 * is, and is read there.
 * @param onFailure gets each tenant whose settings cannot be opened.
 * @returns how many were moved.
 */
export const moveNumbers = async (
  orm: MikroORM,
  keys: KeyRing,
  onFailure: (error: unknown, tenantId: string) => void,
): Promise<number> => {
  // SYSTEM: settings of all tenants, the oldest first: who listed a number first keeps it.
  const integrations = await systemEm(orm).find(Integration, { kind: { $in: carriers } }, { orderBy: { id: 'asc' } });
  let moved = 0;
  for (const saved of integrations) {
    const { id, tenantId } = saved;
    try {
      // Read without a lock: after the first start none has numbers left.
      if (!unsealIntegration(keys, saved).phoneNumbers) continue;
      moved += await tenantEm(orm, tenantId).transactional(async (em) => {
        // The lock that saving takes, too: one change at a time.
        await em.findOneOrFail(Tenant, tenantId, { lockMode: LockMode.PESSIMISTIC_WRITE });
        const integration = await em.findOneOrFail(Integration, id);
        return moveNumbersOf(em, keys, integration, integration.kind as Carrier);
      });
    } catch (error) {
      onFailure(error, tenantId);
    }
  }
  return moved;
};
