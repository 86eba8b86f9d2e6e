import type { Holding } from '../core/holding.ts';

/** What assistants had done during calls. */
export const toolHoldings = {
  tool_calls: {
    retention: {
      purge: async (em, { id, logRetentionDays }, limit) => {
        const { affectedRows } = await em.execute<{ affectedRows: number }>(
          `delete from tool_calls where tenant_id = ? and id = any(array(
             select id from tool_calls
             where tenant_id = ? and created_at < now() - make_interval(days => ?)
             order by created_at limit ? for update skip locked))`,
          [id, id, logRetentionDays, limit],
          'run',
        );
        return affectedRows;
      },
    },
    erasure: { ofCalls: 'external_call_id = any(?::text[])' },
  },
} as const satisfies Record<string, Holding>;
