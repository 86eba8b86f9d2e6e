import { setTimeout as sleep } from 'node:timers/promises';
import type { WebhookEndpoint } from '../db/entities/index.ts';

/** Of one endpoint in one worker: one that hangs must not keep all the others' places busy. */
const maxAtEndpoint = 8;

/** Of all endpoints of one tenant in one worker: that are sent, and that wait to be. */
const maxOfTenant = 32;
const maxWaiting = 64;

/** A burst is over by then at an endpoint that is well. */
const patienceMs = 1_500;
const lookAgainMs = 25;

type Gated = Pick<WebhookEndpoint, 'id' | 'tenantId' | 'rateLimitPerSecond'>;

interface Occupancy {
  running: number;
  /** Requests in the second that began then. */
  second: number;
  begun: number;
}

export interface EndpointGate {
  /** @returns what to call afterwards; undefined while the endpoint, or its tenant, has enough to do for some time. */
  enter(endpoint: Gated): Promise<(() => void) | undefined>;
}

/** Counts what goes on under each key, and forgets keys under which nothing does. */
const createTally = () => {
  const counts = new Map<string, number>();
  return {
    of: (key: string): number => counts.get(key) ?? 0,
    add: (key: string, change: 1 | -1): void => {
      const count = (counts.get(key) ?? 0) + change;
      if (count > 0) counts.set(key, count);
      else counts.delete(key);
    },
  };
};

/** Lets so many deliveries to one endpoint through at the same time, and so many a second as it asks for. */
export const createEndpointGate = (): EndpointGate => {
  const occupied = new Map<string, Occupancy>();
  const running = createTally();
  const waiting = createTally();

  const enterNow = ({ id, tenantId, rateLimitPerSecond }: Gated): (() => void) | undefined => {
    const second = Math.floor(Date.now() / 1000);
    const now = occupied.get(id) ?? { running: 0, second, begun: 0 };
    if (now.second !== second) Object.assign(now, { second, begun: 0 });
    if (now.running >= maxAtEndpoint || running.of(tenantId) >= maxOfTenant) return undefined;
    if (rateLimitPerSecond !== null && now.begun >= rateLimitPerSecond) return undefined;
    now.running += 1;
    now.begun += 1;
    occupied.set(id, now);
    running.add(tenantId, 1);
    return () => {
      now.running -= 1;
      // Kept while it limits: the second must be counted to its end.
      if (now.running === 0 && rateLimitPerSecond === null) occupied.delete(id);
      running.add(tenantId, -1);
    };
  };

  return {
    enter: async (endpoint) => {
      const leave = enterNow(endpoint);
      if (leave || waiting.of(endpoint.tenantId) >= maxWaiting) return leave;
      waiting.add(endpoint.tenantId, 1);
      try {
        for (const deadline = Date.now() + patienceMs; Date.now() < deadline;) {
          await sleep(lookAgainMs);
          const later = enterNow(endpoint);
          if (later) return later;
        }
        return undefined;
      } finally {
        waiting.add(endpoint.tenantId, -1);
      }
    },
  };
};
