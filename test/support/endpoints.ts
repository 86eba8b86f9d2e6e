import type { AppContext } from '../../src/context.ts';
import { newSigningSecret, sealEndpoint } from '../../src/db/deliveries/endpoints.ts';
import { WebhookEndpoint } from '../../src/db/entities.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { uuidV7 } from '../../src/db/core/uuid.ts';

/** So many that an endpoint is among the worst of all tenants, whatever else runs on this database. */
export const manyFailures = 3_000;

/** An endpoint of the tenant with deliveries of today, each attempted once. @returns its id. */
export const endpointWithDeliveries = async (
  app: AppContext,
  tenantId: string,
  { delivered = 0, failed = 0 }: { delivered?: number; failed?: number },
  settings: Partial<WebhookEndpoint> = {},
): Promise<string> => {
  const em = tenantEm(app.orm, tenantId);
  const id = uuidV7();
  // Whatever else runs on this database may open them.
  const sealedSecrets = sealEndpoint(app.keys, { id, tenantId }, { secret: newSigningSecret(), headers: {} });
  em.persist(em.create(WebhookEndpoint, { id, tenantId, url: 'https://n8n.example/x', sealedSecrets, ...settings }));
  await em.flush();
  await em.transactional((tx) =>
    tx.execute(
      `insert into webhook_deliveries (id, tenant_id, endpoint_id, event_id, event_type, status, attempts)
       select gen_random_uuid(), ?, ?, n, 'call.ended', case when n > ? then 'dead' else 'delivered' end, 1
       from generate_series(1, ?) as n`,
      [tenantId, id, delivered, delivered + failed],
    ),
  );
  return id;
};
