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
import { registerPages } from './http/pages.ts';
import { createProcessMetrics } from './health/prometheus.ts';
import { createRoutes, describeWebhooks } from './routes.ts';
import { webhookAddressOf, webhookMethods } from './webhooks/receive.ts';
import type { Application } from './http/server.ts';
import { createWebhookListener } from './webhooks/listener.ts';

/** Nothing answered: the path is unknown, or the method is. */
const unanswered = (koa: Koa.Context, routers: Router[]): void => {
  const layers = routers.flatMap((router) => router.match(koa.path, koa.method).path);
  const address = webhookAddressOf(koa.path);
  const webhooks = address ? webhookMethods(address) : [];
  const allowed = [...new Set([...webhooks, ...layers.flatMap((layer) => layer.methods)])];
  if (allowed.length === 0) throw new AppError('route.not_found');
  const allow = [...allowed, 'OPTIONS'].join(', ');
  if (koa.method !== 'OPTIONS') throw new AppError('route.method_not_allowed', { allow, detail: `Allowed: ${allow}` });
  koa.set('allow', allow);
  koa.status = 204;
};

/** The HTTP application. Middleware stands in the order in which a request meets it. */
export const createApp = async (ctx: AppContext, dependencies: ApiDependencies): Promise<Application> => {
  const { config, logger } = ctx;
  const deps: Services = {
    ...dependencies,
    tokens: await createAccessTokens(config.jwt, config.http.publicUrl),
    limits: createRateLimits(ctx, config.rateLimits),
    destinations: createDestinations(config.deliveries),
    processMetrics: createProcessMetrics(() => dependencies.inbox.lag),
  };
  const routes = createRoutes(ctx.providers);
  const router = new Router();
  const pages = new Router();
  for (const route of routes) mount(router, route, ctx, deps);
  await registerPages(pages, buildOpenApi([...routes, ...describeWebhooks(ctx.providers)]));

  // `koa.ip` is the last address that a proxy of ours has noted.
  const app = new Koa({ proxy: config.http.trustedProxyHops > 0, maxIpsCount: config.http.trustedProxyHops });
  app.on('error', (error: Error, koa?: Koa.Context) => {
    // A client that hangs up while we write is nobody's error.
    logger.debug({ err: error, requestId: koa?.state.requestId }, 'the answer could not be written');
  });
  app.use(requestLog(logger));
  app.use(problems(logger));
  app.use(securityHeaders(config.http.publicUrl));
  // Before the limits: a page must be able to read a 429.
  app.use(crossOrigin(config.http.corsOrigins));
  app.use(requestLimits);
  // Dozens of files out of memory after each deploy: an office behind one address must not run out of them.
  app.use(pages.routes());
  app.use(deps.limits.address);
  app.use(router.routes());
  app.use((koa) => unanswered(koa, [pages, router]));
  // The busiest come first, and no browser ever reads their headers.
  const isWebhook = createWebhookListener({ ctx, inbox: deps.inbox, directory: deps.directory });
  const others = app.callback();
  return { callback: () => (req, res) => isWebhook(req, res) || others(req, res) };
};
