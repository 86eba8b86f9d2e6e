import { environment } from './environment.ts';
import { connectPostgres, insertBody } from './events.ts';
import { readBody, serveKoa } from './koa.ts';

const pool = connectPostgres(environment.databaseUrl, environment.poolSize);

serveKoa(async (tenantSlug, ctx) => {
  await insertBody(pool, tenantSlug, await readBody(ctx.req));
  return 204;
});
