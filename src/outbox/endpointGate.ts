import type { WebhookEndpoint } from '../db/entities/index.ts';

/** Of one endpoint in one worker: one that hangs must not keep all the others' places busy. */
const maxAtEndpoint = 8;

/** Of all endpoints of one tenant in one worker: that are sent, and that wait to be. */
const maxOfTenant = 32;
const maxWaiting = 64;

/** A burst is over by then at an endpoint that is well. */
const patienceMs = 1_500;

type Gated = Pick<WebhookEndpoint, 'id' | 'tenantId'>;

/** Gives the place back. */
type Leave = () => void;

export interface EndpointGate {
  /** @returns what to call afterwards; undefined while the endpoint, or its tenant, has enough to do for some time. */
  enter(endpoint: Gated): Promise<Leave | undefined>;
}

interface Waiter {
  endpointId: string;
  admit(leave: Leave): void;
}

/** What goes on for one tenant. */
class Floor {
  readonly #atEndpoint = new Map<string, number>();
  readonly #waiting = new Set<Waiter>();
  #running = 0;

  get isEmpty(): boolean {
    return this.#running === 0 && this.#waiting.size === 0;
  }

  enterNow(endpointId: string): Leave | undefined {
    const here = this.#atEndpoint.get(endpointId) ?? 0;
    if (here >= maxAtEndpoint || this.#running >= maxOfTenant) return undefined;
    this.#count(endpointId, 1);
    return () => {
      this.#count(endpointId, -1);
      this.#admitNext();
    };
  }

  async waitFor(endpointId: string): Promise<Leave | undefined> {
    if (this.#waiting.size >= maxWaiting) return undefined;
    const { promise, resolve } = Promise.withResolvers<Leave | undefined>();
    const waiter: Waiter = { endpointId, admit: resolve };
    this.#waiting.add(waiter);
    const timer = setTimeout(() => {
      // At once, so that nobody gives a place to one who has left.
      this.#waiting.delete(waiter);
      resolve(undefined);
    }, patienceMs);
    return promise.finally(() => clearTimeout(timer));
  }

  #count(endpointId: string, change: 1 | -1): void {
    this.#running += change;
    const here = (this.#atEndpoint.get(endpointId) ?? 0) + change;
    if (here > 0) this.#atEndpoint.set(endpointId, here);
    else this.#atEndpoint.delete(endpointId);
  }

  #admitNext(): void {
    for (const waiter of this.#waiting) {
      const leave = this.enterNow(waiter.endpointId);
      if (!leave) continue;
      this.#waiting.delete(waiter);
      return waiter.admit(leave);
    }
  }
}

/** Lets so many deliveries to one endpoint, and of one tenant, through at the same time; who waits longest comes first. */
export const createEndpointGate = (): EndpointGate => {
  const floors = new Map<string, Floor>();
  return {
    enter: async ({ id, tenantId }) => {
      const floor = floors.get(tenantId) ?? new Floor();
      floors.set(tenantId, floor);
      const leave = floor.enterNow(id) ?? (await floor.waitFor(id));
      return (
        leave &&
        (() => {
          leave();
          if (floor.isEmpty) floors.delete(tenantId);
        })
      );
    },
  };
};
