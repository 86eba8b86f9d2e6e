import type { CallKey, EndpointKey, TenantId, UserKey } from '../domain/ids.ts';

/**
 * One phone call, one workflow. The provider is not part of the id: carrier ids never collide, and the assistant
 * does not always say which carrier's id it quotes.
 */
export const callWorkflowId = ({ tenantId, externalCallId }: CallKey): string => `call/${tenantId}/${externalCallId}`;

/** Events that came after the call had closed: one run at a time. */
export const amendmentWorkflowId = ({ tenantId, externalCallId }: CallKey): string =>
  `call-amendment/${tenantId}/${externalCallId}`;

/** One at a time for an endpoint: it sends whatever is due there. */
export const endpointWorkflowId = ({ tenantId, endpointId }: EndpointKey): string =>
  `endpoint/${tenantId}/${endpointId}`;

/** One at a time for a user. */
export const passwordResetWorkflowId = ({ tenantId, userId }: UserKey): string =>
  `password-reset/${tenantId}/${userId}`;

/** A webhook that PostgreSQL could not take; the workflow writes it as soon as it can. The same for each repetition. */
export const rescueWorkflowId = (webhook: { tenantId: TenantId; provider: string; externalId: string }): string =>
  `webhook-event/${webhook.tenantId}/${webhook.provider}/${webhook.externalId}`;

/** One look for the calls that no API heard of before this moment. Deployments that share a namespace look for themselves. */
export const callGapWorkflowId = (taskQueue: string, before: Date): string =>
  `${taskQueue}-call-gap/${before.toISOString()}`;

/** @param attempt makes it unique: a version may be asked for again and again. */
export const versionProbeWorkflowId = (buildId: string, attempt: string): string =>
  `version-probe/${buildId}/${attempt}`;
