import type { WebhookEndpoint } from '../db/entities/index.ts';

/** Of one endpoint in one worker: one that hangs must not keep all the others' places busy. */
const maxAtOnce = 8;

type Gated = Pick<WebhookEndpoint, 'id' | 'rateLimitPerSecond'>;

interface Occupancy {
  running: number;
  /** Requests in the second that began then. */
  second: number;
  begun: number;
}

export interface EndpointGate {
  /** @returns what to call afterwards; undefined while the endpoint has enough to do. */
  enter(endpoint: Gated): (() => void) | undefined;
}

/** Lets so many deliveries to one endpoint through at the same time, and so many a second as it asks for. */
export const createEndpointGate = (): EndpointGate => {
  const occupied = new Map<string, Occupancy>();
  return {
    enter: ({ id, rateLimitPerSecond }) => {
      const second = Math.floor(Date.now() / 1000);
      const now = occupied.get(id) ?? { running: 0, second, begun: 0 };
      if (now.second !== second) Object.assign(now, { second, begun: 0 });
      if (now.running >= maxAtOnce || (rateLimitPerSecond !== null && now.begun >= rateLimitPerSecond))
        return undefined;
      now.running += 1;
      now.begun += 1;
      occupied.set(id, now);
      return () => {
        now.running -= 1;
        // Kept while it limits: the second must be counted to its end.
        if (now.running === 0 && rateLimitPerSecond === null) occupied.delete(id);
      };
    },
  };
};
