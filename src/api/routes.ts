import type { Providers } from '../providers/registry.ts';
import type { Route } from './routing/route.ts';
import { checkPlan } from './answering/faults.ts';
import { deleteOverride, getOverride, putOverride } from './answering/override.ts';
import { createPlan, getPlan, listPlans, publishPlan, saveDraft, withdrawPlan } from './answering/plans.ts';
import { previewAnswer } from './answering/preview.ts';
import { comparePlans, exportVersions, getVersion, listVersions, publishVersionAgain } from './answering/versions.ts';
import { createApiKey, exportApiKeys, getApiKey, listApiKeys, revokeApiKey } from './people/apiKeys.ts';
import { getAssistant, syncAssistant } from './assistant/routes.ts';
import { exportAuditEvents, listAuditEvents } from './audit/routes.ts';
import { jwks, login, logout, me, refresh } from './people/auth.ts';
import { getBusiness, saveBusiness } from './business/routes.ts';
import {
  changeContact,
  createContact,
  deleteContact,
  exportContacts,
  getContact,
  listContacts,
} from './contacts/routes.ts';
import { exportCalls, getCall, listCalls } from './calls/routes.ts';
import { hangUpCall, muteAssistant, sayInCall, transferCall, unmuteAssistant } from './live/commands.ts';
import { followLiveCalls, listLiveCalls } from './live/routes.ts';
import { exportDeliveries, getDelivery, listDeliveries, retryDelivery } from './deliveries/deliveries.ts';
import { deliveryStats } from './deliveries/stats.ts';
import {
  changeEndpoint,
  createEndpoint,
  deleteEndpoint,
  exportEndpoints,
  getEndpoint,
  listEndpoints,
} from './deliveries/endpoints.ts';
import { rotateEndpointSecret, showEndpointSecret } from './deliveries/endpointSecrets.ts';
import { testEndpoint } from './deliveries/sendTestEvent.ts';
import { listEventTypes } from './deliveries/eventTypes.ts';
import { detailed, health, live, ready } from './health/routes.ts';
import { acceptInvitation, lookUpInvitation } from './people/invitations.ts';
import { aggregatedMetrics, callMetrics, dailyMetrics, exportDailyMetrics } from './usage/routes.ts';
import { changeTenant, transferOwnership } from './tenants/ownTenant.ts';
import { changePassword, forgotPassword, resetPassword } from './people/passwords.ts';
import { prometheusMetrics } from './health/prometheusRoute.ts';
import {
  createRecovery,
  deleteRecovery,
  getRecovery,
  listRecoveries,
  retryDeliveries,
} from './deliveries/recoveries.ts';
import { settingsRoutes } from './tenants/settings.ts';
import { exportStuckWebhooks, listStuckWebhooks, retryStuckWebhook } from './webhooks/stuck.ts';
import { exportTenants, getTenant, inviteOwnerAgain, listTenants, postTenant } from './tenants/tenants.ts';
import { exportUsers, getUser, inviteUserAgain, listUsers, patchUser, postUser } from './people/users.ts';
import { changeWorkItem, createWorkItem, exportWorkItems, getWorkItem, listWorkItems } from './workItems/routes.ts';

export { describeWebhooks } from './webhooks/descriptions.ts';

/** Every route that speaks JSON, in the order of the documentation. */
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
  listLiveCalls,
  followLiveCalls,
  getCall,
  hangUpCall,
  sayInCall,
  muteAssistant,
  unmuteAssistant,
  transferCall,
  listContacts,
  exportContacts,
  createContact,
  getContact,
  changeContact,
  deleteContact,
  listWorkItems,
  exportWorkItems,
  createWorkItem,
  getWorkItem,
  changeWorkItem,
  listPlans,
  createPlan,
  getPlan,
  saveDraft,
  publishPlan,
  withdrawPlan,
  checkPlan,
  previewAnswer,
  comparePlans,
  listVersions,
  exportVersions,
  getVersion,
  publishVersionAgain,
  getOverride,
  putOverride,
  deleteOverride,
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
  getAssistant,
  syncAssistant,
  changeTenant,
  getBusiness,
  saveBusiness,
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
