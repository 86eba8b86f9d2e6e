import cors from '@koa/cors';
import type { Middleware } from 'koa';

const accepted = 'authorization,content-type,idempotency-key,if-match,if-none-match,x-request-id';
const exposed = [
  'x-request-id,etag,location,content-disposition,idempotent-replayed,www-authenticate',
  'ratelimit-policy,ratelimit-limit,ratelimit-remaining,ratelimit-reset,retry-after',
];

/** Lets pages of these origins call the API. No cookies: who is asking stands in `Authorization`. */
export const crossOrigin = (origins: readonly string[]): Middleware =>
  cors({
    // Nothing for any other origin, so that its browser keeps the answer to itself.
    origin: (ctx) => (origins.includes(ctx.get('origin')) ? ctx.get('origin') : ''),
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: accepted,
    exposeHeaders: exposed,
    maxAge: 3_600,
    // `problems` keeps them.
    keepHeadersOnError: false,
  });
