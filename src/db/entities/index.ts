export { Call } from './call.ts';
export { DailyMetric } from './dailyMetric.ts';
export { Integration, integrationKinds, type IntegrationKind } from './integration.ts';
export { Tenant } from './tenant.ts';
export { User } from './user.ts';
export { deliveryStatuses, WebhookDelivery } from './webhookDelivery.ts';
export { WebhookEvent } from './webhookEvent.ts';
export { WebhookLog } from './webhookLog.ts';
