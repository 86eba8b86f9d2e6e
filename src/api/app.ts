import Router from '@koa/router';
import Koa from 'koa';
import type { AppContext } from '../context.ts';
import { createDestinations } from '../outbox/destination.ts';
import { AppError } from '../errors.ts';
import type { ApiDependencies, Services } from './dependencies.ts';
import { createAccessTokens } from './access/accessTokens.ts';
import { createRateLimits } from './access/limits.ts';
import { crossOrigin } from './http/cors.ts';
import { problems } from './http/problems.ts';
import { requestLimits } from './http/requestLimits.ts';
import { requestLog } from './http/requestLog.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import { buildOpenApi } from './openapi/document.ts';
import { mount } from './routing/mount.ts';
import { byPrecedence } from './routing/precedence.ts';
import { registerPages } from './http/pages.ts';
import { createProcessMetrics } from './health/prometheus.ts';
import { createRoutes, describeWebhooks } from './routes.ts';
import { webhookAddressOf, webhookMethods } from './webhooks/receive.ts';
import type { Application } from './http/server.ts';
import { createWebhookListener } from './webhooks/listener.ts';

/** Nothing answered: the path is unknown, or the method is. */
const unanswered = (ctx: Koa.Context, routers: Router[]): void => {
  const layers = routers.flatMap((router) => router.match(ctx.path, ctx.method).path);
  const address = webhookAddressOf(ctx.path);
  const webhooks = address ? webhookMethods(address) : [];
  const allowed = [...new Set([...webhooks, ...layers.flatMap((layer) => layer.methods)])];
  if (allowed.length === 0) throw new AppError('route.not_found');
  const allow = [...allowed, 'OPTIONS'].join(', ');
  if (ctx.method !== 'OPTIONS')
    throw new AppError('route.method_not_allowed', { allow, params: { allow }, detail: `Allowed: ${allow}` });
  ctx.set('allow', allow);
  ctx.status = 204;
};

/** The HTTP application. Middleware is in the order in which a request meets it. */
export const createApp = async (app: AppContext, dependencies: ApiDependencies): Promise<Application> => {
  const { config, logger } = app;
  const deps: Services = {
    ...dependencies,
    tokens: await createAccessTokens(config.jwt, config.http.publicUrl),
    limits: createRateLimits(app, config.rateLimits),
    destinations: createDestinations(config.deliveries),
    processMetrics: createProcessMetrics(() => dependencies.inbox.lag),
  };
  const routes = createRoutes(app.providers);
  const router = new Router();
  const pages = new Router();
  for (const route of routes.toSorted((a, b) => byPrecedence(a.contract.path, b.contract.path)))
    mount(router, route, app, deps);
  await registerPages(pages, buildOpenApi([...routes, ...describeWebhooks(app.providers)]));

  // `ctx.ip` is the last address that a proxy of ours has noted.
  const koa = new Koa({ proxy: config.http.trustedProxyHops > 0, maxIpsCount: config.http.trustedProxyHops });
  koa.on('error', (error: Error, ctx?: Koa.Context) => {
    // A client may hang up while we write: that is not our error.
    logger.debug({ err: error, requestId: ctx?.state.requestId }, 'the answer could not be written');
  });
  koa.use(requestLog(logger));
  koa.use(problems(logger));
  koa.use(securityHeaders(config.http.publicUrl));
  // Before the limits: a page must be able to read a 429.
  koa.use(crossOrigin(config.http.corsOrigins));
  koa.use(requestLimits);
  // Dozens of files out of memory after each deploy: an office behind one address must not run out of them.
  koa.use(pages.routes());
  koa.use(deps.limits.address);
  koa.use(router.routes());
  koa.use((ctx) => unanswered(ctx, [pages, router]));
  // The busiest come first, and no browser ever reads their headers.
  const isWebhook = createWebhookListener({ app, ...dependencies });
  const others = koa.callback();
  return { callback: () => (req, res) => isWebhook(req, res) || others(req, res) };
};
