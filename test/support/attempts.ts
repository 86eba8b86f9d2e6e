import type { AppContext } from '../../src/context.ts';
import { WebhookEndpoint } from '../../src/db/entities/index.ts';
import { tenantEm } from '../../src/db/tenancy.ts';
import { uuidV7 } from '../../src/db/uuid.ts';
import { recordsOf } from './records.ts';

/** So many that an endpoint is among the worst of all tenants, whatever else runs on this database. */
export const manyFailures = 3_000;

/** An endpoint of the tenant with a history of today. @returns its id. */
export const endpointWithAttempts = async (
  ctx: AppContext,
  tenantId: string,
  { delivered = 0, failed = 0 }: { delivered?: number; failed?: number },
  settings: Partial<WebhookEndpoint> = {},
): Promise<string> => {
  const em = tenantEm(ctx.orm, tenantId);
  const id = uuidV7();
  em.persist(
    em.create(WebhookEndpoint, { id, tenantId, url: 'https://n8n.example/x', sealedSecrets: '', ...settings }),
  );
  await em.flush();
  const delivery = await recordsOf(ctx, tenantId).delivery({ endpointId: id, status: 'delivered' });
  await em.transactional((tx) =>
    tx.execute(
      `insert into webhook_logs (id, tenant_id, delivery_id, attempt, url, error, duration_ms)
       select gen_random_uuid(), ?, ?, n, 'https://n8n.example/x', case when n > ? then 'no answer' end, 12
       from generate_series(1, ?) as n`,
      [tenantId, delivery.id, delivered, delivered + failed],
    ),
  );
  return id;
};
