import type { Client } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { TenantId } from '../../domain/ids.ts';
import { searchAttributes } from '../searchAttributes.ts';

/** What starting and signalling workflows takes. */
export interface Starter {
  temporal: Client;
  /** Where the workflows run. */
  taskQueue: string;
}

export const tenantAttribute = (tenantId: TenantId) => ({ key: searchAttributes.tenantId, value: tenantId });

export const ofTenant = (tenantId: TenantId): TypedSearchAttributes =>
  new TypedSearchAttributes([tenantAttribute(tenantId)]);
