import type { EntityManager } from '@mikro-orm/postgresql';
import { openEndpoint, type EndpointSecrets } from '../db/deliveries/endpoints.ts';
import { WebhookEndpoint } from '../db/entities.ts';
import type { KeyRing } from '../db/core/sealing.ts';

/** Where deliveries go now, and what signs them. */
export interface OpenedEndpoint {
  endpoint: WebhookEndpoint;
  /** Undefined while its key is missing: it may come back. */
  secrets: EndpointSecrets | undefined;
}

/** Null once it is removed. @param em of its tenant. */
export const readEndpoint = async (em: EntityManager, keys: KeyRing, id: string): Promise<OpenedEndpoint | null> => {
  const endpoint = await em.findOne(WebhookEndpoint, id, { refresh: true });
  if (!endpoint) return null;
  try {
    return { endpoint, secrets: openEndpoint(keys, endpoint) };
  } catch {
    return { endpoint, secrets: undefined };
  }
};
