import type { Providers } from '../../providers/index.ts';
import type { Route } from '../route.ts';
import { createApiKey, getApiKey, listApiKeys, revokeApiKey } from './apiKeys.ts';
import { listAuditEvents } from './audit.ts';
import { jwks, login, logout, me, refresh } from './auth.ts';
import { getCall, listCalls } from './calls.ts';
import { getDelivery, listDeliveries } from './deliveries.ts';
import { detailed, health, live, ready } from './health.ts';
import { acceptInvitation, lookUpInvitation } from './invitations.ts';
import { aggregatedMetrics, callMetrics, dailyMetrics } from './metrics.ts';
import { changeTenant, transferOwnership } from './ownTenant.ts';
import { changePassword, forgotPassword, resetPassword } from './passwords.ts';
import { settingsRoutes } from './settings.ts';
import { getTenant, inviteOwnerAgain, listTenants, postTenant } from './tenants.ts';
import { getUser, inviteUserAgain, listUsers, patchUser, postUser } from './users.ts';

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
  callMetrics,
  getCall,
  listDeliveries,
  getDelivery,
  dailyMetrics,
  aggregatedMetrics,
  ...settingsRoutes(providers),
  changeTenant,
  listUsers,
  postUser,
  getUser,
  patchUser,
  inviteUserAgain,
  transferOwnership,
  listTenants,
  postTenant,
  getTenant,
  inviteOwnerAgain,
  listApiKeys,
  createApiKey,
  getApiKey,
  revokeApiKey,
  listAuditEvents,
  health,
  live,
  ready,
  detailed,
];
