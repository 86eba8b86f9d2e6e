import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { InboundWebhook } from '../../src/providers/provider.ts';

/** A published example body or vector file, byte for byte. */
export const payload = (path: string): Buffer => readFileSync(new URL(`../fixtures/payloads/${path}`, import.meta.url));

export const payloadJson = (path: string): Record<string, unknown> =>
  JSON.parse(payload(path).toString('utf8')) as Record<string, unknown>;

/** When the tests' webhooks arrive. */
export const receivedAt = new Date('2026-11-20T15:30:00.000Z');

interface Delivery {
  url?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export const webhook = (provider: string, { url, headers = {}, body = '' }: Delivery): InboundWebhook => ({
  url: url ?? `https://api.example.com/webhooks/${provider}/demo-hvac`,
  headers,
  rawBody: Buffer.from(body),
  receivedAt,
});

export type FormFields = Record<string, string | string[]>;

export const formBody = (fields: FormFields): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => [value].flat().map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(item)}`))
    .join('&');

/** As a carrier posts a form; not signed. */
export const formWebhook = (
  provider: string,
  fields: FormFields,
  delivery: Omit<Delivery, 'body'> = {},
): InboundWebhook =>
  webhook(provider, {
    ...delivery,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', ...delivery.headers },
    body: formBody(fields),
  });

export const jsonWebhook = (provider: string, body: unknown, delivery: Omit<Delivery, 'body'> = {}): InboundWebhook =>
  webhook(provider, {
    ...delivery,
    headers: { 'content-type': 'application/json', ...delivery.headers },
    body: JSON.stringify(body),
  });

export const hmac = (algorithm: string, key: string, content: string | Buffer, encoding: 'hex' | 'base64'): string =>
  createHmac(algorithm, key).update(content).digest(encoding);
