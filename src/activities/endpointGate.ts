import type { WebhookEndpoint } from '../db/entities/index.ts';

/** Of one endpoint in one worker: one that hangs must not keep all the others' places busy. */
const maxAtEndpoint = 8;

/** Of all endpoints of one tenant in one worker. */
const maxOfTenant = 32;

type Gated = Pick<WebhookEndpoint, 'id' | 'tenantId' | 'rateLimitPerSecond'>;

interface Occupancy {
  running: number;
  /** Requests in the second that began then. */
  second: number;
  begun: number;
}

export interface EndpointGate {
  /** @returns what to call afterwards; undefined while the endpoint, or its tenant, has enough to do. */
  enter(endpoint: Gated): (() => void) | undefined;
}

/** Lets so many deliveries to one endpoint through at the same time, and so many a second as it asks for. */
export const createEndpointGate = (): EndpointGate => {
  const occupied = new Map<string, Occupancy>();
  const ofTenants = new Map<string, number>();
  return {
    enter: ({ id, tenantId, rateLimitPerSecond }) => {
      const second = Math.floor(Date.now() / 1000);
      const now = occupied.get(id) ?? { running: 0, second, begun: 0 };
      const ofTenant = ofTenants.get(tenantId) ?? 0;
      if (now.second !== second) Object.assign(now, { second, begun: 0 });
      if (now.running >= maxAtEndpoint || ofTenant >= maxOfTenant) return undefined;
      if (rateLimitPerSecond !== null && now.begun >= rateLimitPerSecond) return undefined;
      now.running += 1;
      now.begun += 1;
      occupied.set(id, now);
      ofTenants.set(tenantId, ofTenant + 1);
      return () => {
        now.running -= 1;
        // Kept while it limits: the second must be counted to its end.
        if (now.running === 0 && rateLimitPerSecond === null) occupied.delete(id);
        const left = (ofTenants.get(tenantId) ?? 1) - 1;
        if (left > 0) ofTenants.set(tenantId, left);
        else ofTenants.delete(tenantId);
      };
    },
  };
};
