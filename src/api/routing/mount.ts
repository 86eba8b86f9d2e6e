import type Router from '@koa/router';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AppContext } from '../../context.ts';
import { systemEm, tenantEm } from '../../db/core/tenancy.ts';
import { readJson } from '../http/body.ts';
import type { Services } from '../dependencies.ts';
import { answerWithEtag, hasEtag } from '../http/etag.ts';
import { inTransactionOnce } from './idempotency.ts';
import type { Identity } from '../access/identity.ts';
import { authorize } from '../access/authenticate.ts';
import type { Route } from './route.ts';

/** JSON bodies are small: settings, not documents. */
const jsonLimits = { maxBytes: 64 * 1024, timeoutMs: 10_000 };

const readOnly = { transaction_read_only: 'on' };

const emFor = (
  { orm }: AppContext,
  { permission, writes }: Route['contract'],
  auth: Identity | undefined,
): EntityManager | undefined => {
  const settings = writes ? {} : readOnly;
  if (auth) return tenantEm(orm, auth.tenantId, settings);
  // SYSTEM: the operator works across tenants.
  return permission === 'operator' ? systemEm(orm, settings) : undefined;
};

/** Puts a JSON route on the router: who may, what comes in, one transaction for what it changes, what goes out. */
export const mount = (router: Router, route: Route, app: AppContext, deps: Services): void => {
  const { method, path, permission, writes, status, body: bodySchema } = route.contract;
  router[method](path, async (ctx) => {
    const auth = await authorize(ctx, app, deps.tokens, permission);
    if (auth) await deps.limits.actor(ctx, `${auth.actor.kind}:${auth.actor.id}`);
    // What a route answers is a tenant's data: no cache on the way may keep it.
    ctx.set('cache-control', 'no-store');
    const body = bodySchema && (await readJson(ctx, jsonLimits));
    const afterCommit: (() => Promise<void>)[] = [];
    const run = (em: EntityManager | undefined) =>
      route.run({ app, deps, ctx, auth, em, params: ctx.params, body, afterCommit: (work) => afterCommit.push(work) });
    const em = emFor(app, route.contract, auth);
    // Set before the handler, which may know better: a health check that fails answers 503.
    ctx.status = status ?? 200;
    const answer =
      em && writes === true ? await inTransactionOnce({ ctx, em, keys: app.keys, auth, body }, run) : await run(em);
    if (hasEtag(route.contract)) answerWithEtag(ctx, answer);
    else ctx.body = answer;
    for (const work of afterCommit) await work();
  });
};
