import type { CallObservation } from '../domain/calls/observation.ts';
import type { TenantId } from '../domain/ids.ts';
import type { ProviderName } from '../domain/providers.ts';
import type { Subject } from '../domain/subject.ts';
import type { ReportedKind } from '../temporal/start/subjects.ts';

/** A verified webhook on its way into `webhook_events`. Plain JSON: it may travel through Temporal. */
export interface WebhookEventRow {
  id: string;
  tenantId: TenantId;
  provider: ProviderName;
  externalId: string;
  eventType: string;
  /** What it reports about; null where that is nothing that we follow. */
  subject: Subject<ReportedKind> | null;
  payload: Record<string, unknown>;
  events: CallObservation[];
  /** ISO 8601 in UTC. */
  receivedAt: string;
}
