import type { CallEvent } from '../domain/calls/observation.ts';
import type { TenantId } from '../domain/ids.ts';
import type { ProviderName } from '../domain/providers.ts';

/** A verified webhook on its way into `webhook_events`. Plain JSON: it may travel through Temporal. */
export interface WebhookEventRow {
  id: string;
  tenantId: TenantId;
  provider: ProviderName;
  externalId: string;
  eventType: string;
  externalCallId: string | null;
  payload: Record<string, unknown>;
  events: CallEvent[];
  /** ISO 8601 in UTC. */
  receivedAt: string;
}
