import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { sealEndpoint } from '../../src/db/deliveries/endpoints.ts';
import { WebhookEndpoint } from '../../src/db/entities.ts';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { uuidV7 } from '../../src/db/core/uuid.ts';
import { eventTypes } from '../../src/contract/events/catalogue.ts';
import type { AppContext } from '../../src/context.ts';

export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** What a receiver does with a request that is signed as it should be. */
export type Behaviour = 'take' | 'slow' | 'hang' | 'reset' | 'redirect' | 'page' | number;

interface WireEvent {
  eventId: string;
  eventType: string;
  timestamp: string;
  sequence?: number;
  data: Record<string, unknown>;
}

/** One request, as it came in. */
interface Received {
  /** `webhook-id`. */
  id: string;
  at: number;
  /** Its how many-eth of this id, from 1. */
  attempt: number;
  taken: boolean;
  headers: IncomingHttpHeaders;
  event: WireEvent;
}

export interface Receiver {
  url: string;
  /** Every request, those that were not taken included. */
  received: Received[];
  /** What `standardwebhooks` said of requests that it did not accept. */
  unverified: string[];
  /** Requests below its own path, which are never answered. */
  hanging(): number;
  /** Those it took, one for each id. */
  taken(): Received[];
  /** Accepts this signing secret and no other. */
  trust(secret: string): void;
  /** From now on. @param choose called with how many requests came before, and the attempt. */
  behave(choose: (before: number, attempt: number) => Behaviour): void;
  /** Refuses connections until it is called back. */
  goDown(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

const answer = (behaviour: Exclude<Behaviour, 'slow'>, response: ServerResponse): void => {
  switch (behaviour) {
    case 'take':
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"message":"started"}');
    case 'page':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Starting up');
    case 'redirect':
      return void response.writeHead(302, { location: '/elsewhere' }).end();
    case 'reset':
      return void response.socket?.resetAndDestroy();
    case 'hang':
      return;
    default:
      return void response.writeHead(behaviour).end('not now');
  }
};

/** An endpoint that verifies each request with `standardwebhooks`, and counts by id. */
export const startReceiver = async (secret: string): Promise<Receiver> => {
  let webhook = new Webhook(secret);
  let choose: (before: number, attempt: number) => Behaviour = () => 'take';
  const received: Received[] = [];
  const unverified: string[] = [];
  let hanging = 0;

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url !== '/hook') return void (hanging += 1);
    const { headers } = request;
    const body = await text(request);
    const id = String(headers['webhook-id']);
    try {
      webhook.verify(body, headers as Record<string, string>);
    } catch (error) {
      unverified.push(String(error));
      return void response.writeHead(401).end();
    }
    const attempt = received.filter((earlier) => earlier.id === id).length + 1;
    const behaviour = choose(received.length, attempt);
    const taken = behaviour === 'take' || behaviour === 'slow';
    received.push({ id, at: Date.now(), attempt, taken, headers, event: JSON.parse(body) as WireEvent });
    if (behaviour === 'slow') await new Promise((resolve) => setTimeout(resolve, 1_500));
    answer(behaviour === 'slow' ? 'take' : behaviour, response);
  };

  const server = createServer((request, response) => void receive(request, response));
  const listen = async (port: number): Promise<number> => {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port;
  };
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  const port = await listen(0);
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    unverified,
    hanging: () => hanging,
    taken: () => [...new Map(received.filter(({ taken }) => taken).map((one) => [one.id, one])).values()],
    trust: (other) => void (webhook = new Webhook(other)),
    behave: (chosen) => void (choose = chosen),
    goDown: async () => {
      await stop();
      return async () => void (await listen(port));
    },
    stop,
  };
};

/** For tests that count: a day that ends meanwhile is an event, too. */
export const callEventTypes = eventTypes.filter((eventType) => eventType.startsWith('call.'));

export interface ReceivingEndpoint {
  id: string;
  tenantId: string;
  secret: string;
  receiver: Receiver;
}

/** A receiver, and the tenant's endpoint that points to it. */
export const addReceiver = async (
  { orm, keys }: AppContext,
  tenantId: string,
  settings: Partial<Pick<WebhookEndpoint, 'eventTypes' | 'rateLimitPerSecond' | 'disabledAt' | 'disabledBecause'>> = {},
  headers: Record<string, string> = {},
): Promise<ReceivingEndpoint> => {
  const id = uuidV7();
  const secret = newSecret();
  const receiver = await startReceiver(secret);
  const sealedSecrets = sealEndpoint(keys, { tenantId, id }, { secret, headers });
  const em = tenantEm(orm, tenantId);
  em.persist(em.create(WebhookEndpoint, { id, tenantId, url: receiver.url, sealedSecrets, ...settings }));
  await em.flush();
  return { id, tenantId, secret, receiver };
};
