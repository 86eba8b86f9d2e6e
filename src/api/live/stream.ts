import { PassThrough } from 'node:stream';
import type { Context } from 'koa';
import { authorize } from '../access/authenticate.ts';
import type { Identity } from '../access/identity.ts';
import type { AppContext } from '../../context.ts';
import type { Services } from '../dependencies.ts';
import type { OpenCall } from '../../db/calls/openCalls.ts';
import { LiveCallView, viewOf } from './view.ts';

/** Proxies cut what is silent, usually after a minute; and so long does what is revoked still watch. */
const heartbeatMs = 10_000;

/** A client that reads no faster than this has lost its connection, or is better off with a new one. */
const maxUnreadBytes = 1024 * 1024;

const eventText = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

interface StreamRequest {
  app: AppContext;
  deps: Services;
  ctx: Context;
  auth: Identity;
}

/** Fields that need a permission of their own are empty without it, as in `GET /dashboard/calls/live`. */
const visibleTo = ({ permissions }: Identity, call: OpenCall) => {
  const shown = LiveCallView.parse(viewOf(call));
  return permissions.includes('contacts:read') ? shown : { ...shown, contact: null };
};

/**
 * Server-sent events: `calls`, the whole, then `call` for each that is new or has changed, and `over`. A client that
 * connects again gets the whole again: what it has missed is in it. Each heartbeat asks whether the token still holds.
 */
export const streamLiveCalls = ({ app, deps, ctx, auth }: StreamRequest): PassThrough => {
  const stream = new PassThrough();
  let identity = auth;
  const send = (text: string): void => {
    if (stream.writableLength > maxUnreadBytes) stream.destroy();
    else if (stream.writable) stream.write(text);
  };
  const leave = deps.liveCalls.watch(auth.tenantId, {
    begin: (calls) => send(eventText('calls', { calls: calls.map((call) => visibleTo(identity, call)) })),
    change: (changed, over) => {
      const events = changed.map((call) => eventText('call', visibleTo(identity, call)));
      send([...events, ...over.map((id) => eventText('over', { id }))].join(''));
    },
    end: () => stream.end(),
  });
  const beat = async (): Promise<void> => {
    try {
      identity = (await authorize(ctx, app, deps.tokens, 'calls:read')) ?? identity;
      send(': here\n\n');
    } catch {
      // Expired, revoked, or PostgreSQL is away: the client's next request says which.
      stream.end();
    }
  };
  const timer = setInterval(() => void beat(), heartbeatMs);
  stream.once('close', () => {
    clearInterval(timer);
    leave();
  });
  ctx.res.once('close', () => stream.destroy());
  // Nginx would gather events until they fill its buffer.
  ctx.set('x-accel-buffering', 'no');
  return stream;
};
