import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import Koa from 'koa';
import twilio from 'twilio';
import { environment } from './environment.ts';
import type { Form } from './queue.ts';

const route = /^\/webhooks\/twilio\/([\w-]+)$/;

/** A Koa server with the one route, and nothing else that would cost time. */
export function serveKoa(handle: (tenantSlug: string, ctx: Koa.Context) => Promise<number>): void {
  const app = new Koa();
  app.use(async (ctx) => {
    const tenantSlug = route.exec(ctx.path)?.[1];
    if (ctx.method !== 'POST' || tenantSlug === undefined) return;
    ctx.status = await handle(tenantSlug, ctx);
  });
  app.listen(environment.port, '127.0.0.1', () => process.send?.('ready'));
}

/** The form, or nothing if Twilio has not signed it for this tenant. */
export async function signedForm(tenantSlug: string, ctx: Koa.Context): Promise<Form | undefined> {
  const token = environment.authTokens.get(tenantSlug);
  if (token === undefined) return undefined;
  const form = parse(await readBody(ctx.req));
  const url = environment.publicUrl + ctx.originalUrl;
  return twilio.validateRequest(token, ctx.get('x-twilio-signature'), url, form) ? form : undefined;
}

export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]!.toString() : Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}
