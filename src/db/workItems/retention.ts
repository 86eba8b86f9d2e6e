import type { Holding } from '../core/holding.ts';

/** What was promised to callers. */
export const workItemHoldings = {
  work_items: {
    retention: {
      // What is open is a promise, however old.
      purge: async (em, { id, callRetentionMonths }, limit) => {
        const { affectedRows } = await em.execute<{ affectedRows: number }>(
          `delete from work_items where tenant_id = ? and id = any(array(
             select id from work_items
             where tenant_id = ? and status <> 'open' and finished_at < now() - make_interval(months => ?)
             order by due_at limit ? for update skip locked))`,
          [id, id, callRetentionMonths, limit],
          'run',
        );
        return affectedRows;
      },
    },
    erasure: { ofCalls: 'external_call_id = any(?::text[])' },
  },
} as const satisfies Record<string, Holding>;
