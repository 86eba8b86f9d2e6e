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

/** Names one place where a tenant's events go. */
export interface EndpointKey {
  tenantId: TenantId;
  endpointId: string;
}

export interface UserKey {
  tenantId: TenantId;
  userId: string;
}
