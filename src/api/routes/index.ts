import type { Providers } from '../../providers/index.ts';
import type { Route } from '../route.ts';
import { jwks, login, logout, me, refresh } from './auth.ts';
import { getCall, listCalls } from './calls.ts';
import { getDelivery, listDeliveries } from './deliveries.ts';
import { detailed, health, live, ready } from './health.ts';
import { aggregatedMetrics, callMetrics, dailyMetrics } from './metrics.ts';
import { settingsRoutes } from './settings.ts';

export { describeWebhooks } from './webhookDescriptions.ts';

/** Every route that speaks JSON. Of two that fit a path the first wins: `/calls/metrics` stands before `/calls/:id`. */
export const createRoutes = (providers: Providers): Route[] => [
  login,
  refresh,
  logout,
  me,
  jwks,
  listCalls,
  callMetrics,
  getCall,
  listDeliveries,
  getDelivery,
  dailyMetrics,
  aggregatedMetrics,
  ...settingsRoutes(providers),
  health,
  live,
  ready,
  detailed,
];
