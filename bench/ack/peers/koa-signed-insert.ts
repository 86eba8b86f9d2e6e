import { environment } from './environment.ts';
import { connectPostgres, insertEvent } from './events.ts';
import { serveKoa, signedForm } from './koa.ts';

const pool = connectPostgres(environment.databaseUrl, environment.poolSize);

serveKoa(async (tenantSlug, ctx) => {
  const form = await signedForm(tenantSlug, ctx);
  if (!form) return 403;
  await insertEvent(pool, tenantSlug, form);
  return 204;
});
