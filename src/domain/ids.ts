/** A tenant's id (UUID). */
export type TenantId = string;

/**
 * Names one phone call of one tenant. The carrier's id of the parent leg, also when the assistant reports the call
 * (`phoneCallProviderId`); the assistant's own id where no carrier is involved.
 */
export interface CallKey {
  tenantId: TenantId;
  externalCallId: string;
}

/**
 * One phone call, one workflow. The provider is not part of the id: carrier ids never collide, and the assistant
 * cannot always tell which carrier's id it quotes.
 */
export const callWorkflowId = ({ tenantId, externalCallId }: CallKey): string => `call/${tenantId}/${externalCallId}`;

/** Events that came after the call had closed: one run at a time. */
export const amendmentWorkflowId = ({ tenantId, externalCallId }: CallKey): string =>
  `call-amendment/${tenantId}/${externalCallId}`;

/** Names one place where a tenant's events go. */
export interface EndpointKey {
  tenantId: TenantId;
  endpointId: string;
}

/** One at a time for an endpoint: it sends whatever is due there. */
export const endpointWorkflowId = ({ tenantId, endpointId }: EndpointKey): string =>
  `endpoint/${tenantId}/${endpointId}`;

export interface UserKey {
  tenantId: TenantId;
  userId: string;
}

/** One at a time for a user. */
export const passwordResetWorkflowId = ({ tenantId, userId }: UserKey): string =>
  `password-reset/${tenantId}/${userId}`;

/** A webhook that PostgreSQL could not take; the workflow writes it as soon as it can. The same for each repetition. */
export const rescueWorkflowId = (webhook: { tenantId: TenantId; provider: string; externalId: string }): string =>
  `webhook-event/${webhook.tenantId}/${webhook.provider}/${webhook.externalId}`;
