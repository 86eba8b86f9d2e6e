import { Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { tenantEm } from '../db/core/tenancy.ts';
import { announceOverdue, tenantsWithUnannounced } from '../db/workItems/overdue.ts';
import type { Outbox } from '../outbox/index.ts';

export const createWorkItemActivities = ({ orm, logger }: AppContext, { wakeEndpoints }: Outbox) => ({
  /**
   * Queues `work_item.overdue` for each work item whose time has passed. Can be cut off anywhere: each event is committed with
   * its mark. The trouble of one tenant stops no other. @returns how many there were.
   */
  async announceOverdueWork(): Promise<number> {
    const { heartbeat, cancellationSignal } = Context.current();
    let total = 0;
    for (const tenantId of await tenantsWithUnannounced(orm)) {
      cancellationSignal.throwIfAborted();
      try {
        const { announced, due } = await tenantEm(orm, tenantId).transactional((em) => announceOverdue(em, tenantId));
        total += announced;
        await wakeEndpoints(tenantId, due);
      } catch (error) {
        logger.warn({ err: error, tenantId }, 'overdue work of a tenant was left to the next sweep');
      }
      heartbeat(total);
    }
    return total;
  },
});
