import { queueEnvironment } from './environment.ts';
import { serveKoa, signedForm } from './koa.ts';
import { jobOptions, openQueue } from './queue.ts';

const { redisUrl, prefix } = queueEnvironment();
const queue = openQueue(redisUrl, prefix);
await queue.waitUntilReady();

serveKoa(async (tenantSlug, ctx) => {
  const form = await signedForm(tenantSlug, ctx);
  if (!form) return 403;
  await queue.add('callback', { tenantSlug, form }, jobOptions(form));
  return 204;
});
