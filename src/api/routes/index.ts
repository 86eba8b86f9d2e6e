import type { Providers } from '../../providers/registry.ts';
import type { Route } from '../route.ts';
import { createApiKey, exportApiKeys, getApiKey, listApiKeys, revokeApiKey } from './apiKeys.ts';
import { exportAuditEvents, listAuditEvents } from './audit.ts';
import { jwks, login, logout, me, refresh } from './auth.ts';
import { exportCalls, getCall, listCalls } from './calls.ts';
import { exportDeliveries, getDelivery, listDeliveries, retryDelivery } from './deliveries.ts';
import { deliveryStats } from './deliveryStats.ts';
import {
  changeEndpoint,
  createEndpoint,
  deleteEndpoint,
  exportEndpoints,
  getEndpoint,
  listEndpoints,
} from './endpoints.ts';
import { rotateEndpointSecret, showEndpointSecret } from './endpointSecrets.ts';
import { testEndpoint } from './endpointTest.ts';
import { listEventTypes } from './eventTypes.ts';
import { detailed, health, live, ready } from './health.ts';
import { acceptInvitation, lookUpInvitation } from './invitations.ts';
import { aggregatedMetrics, callMetrics, dailyMetrics, exportDailyMetrics } from './metrics.ts';
import { changeTenant, transferOwnership } from './ownTenant.ts';
import { changePassword, forgotPassword, resetPassword } from './passwords.ts';
import { prometheusMetrics } from './prometheus.ts';
import { createRecovery, deleteRecovery, getRecovery, listRecoveries, retryDeliveries } from './recoveries.ts';
import { settingsRoutes } from './settings.ts';
import { exportStuckWebhooks, listStuckWebhooks, retryStuckWebhook } from './stuckWebhooks.ts';
import { exportTenants, getTenant, inviteOwnerAgain, listTenants, postTenant } from './tenants.ts';
import { exportUsers, getUser, inviteUserAgain, listUsers, patchUser, postUser } from './users.ts';

export { describeWebhooks } from './webhookDescriptions.ts';

/** Every route that speaks JSON. Of two that fit a path the first wins: `/calls/metrics` stands before `/calls/:id`. */
export const createRoutes = (providers: Providers): Route[] => [
  login,
  refresh,
  logout,
  me,
  changePassword,
  forgotPassword,
  resetPassword,
  lookUpInvitation,
  acceptInvitation,
  jwks,
  listCalls,
  exportCalls,
  callMetrics,
  getCall,
  listStuckWebhooks,
  exportStuckWebhooks,
  retryStuckWebhook,
  deliveryStats,
  listDeliveries,
  exportDeliveries,
  getDelivery,
  retryDeliveries,
  retryDelivery,
  createRecovery,
  listRecoveries,
  getRecovery,
  deleteRecovery,
  listEndpoints,
  exportEndpoints,
  createEndpoint,
  getEndpoint,
  changeEndpoint,
  deleteEndpoint,
  showEndpointSecret,
  rotateEndpointSecret,
  testEndpoint,
  listEventTypes,
  dailyMetrics,
  exportDailyMetrics,
  aggregatedMetrics,
  ...settingsRoutes(providers),
  changeTenant,
  listUsers,
  exportUsers,
  postUser,
  getUser,
  patchUser,
  inviteUserAgain,
  transferOwnership,
  listTenants,
  exportTenants,
  postTenant,
  getTenant,
  inviteOwnerAgain,
  listApiKeys,
  exportApiKeys,
  createApiKey,
  getApiKey,
  revokeApiKey,
  listAuditEvents,
  exportAuditEvents,
  health,
  live,
  ready,
  detailed,
  prometheusMetrics,
];
