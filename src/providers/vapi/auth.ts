import { createHmac } from 'node:crypto';
import { isoOf } from '../shared/moments.ts';
import type { InboundWebhook, VapiHmac, VapiSettings, WebhookHead } from '../provider.ts';
import { sameText } from '../shared/digests.ts';

const bearer = (header: string): string => header.replace(/^Bearer\s+/i, '');

/** Clocks differ and webhooks are repeated for a while; what is older was recorded and sent again. */
const toleranceMs = 5 * 60_000;

/** @param timestamp in seconds or milliseconds since 1970, or a date in text. */
const isRecent = (timestamp: string, receivedAt: Date): boolean => {
  const iso = isoOf(timestamp.trim());
  return iso !== undefined && Math.abs(Date.parse(iso) - receivedAt.getTime()) <= toleranceMs;
};

/** In the format, `{timestamp}` and `{body}` are replaced by what was received; the rest is signed as written. */
const isSigned = ({ headers, rawBody, receivedAt }: InboundWebhook, hmac: VapiHmac): boolean => {
  const given = headers[hmac.header];
  const timestamp = headers[hmac.timestampHeader];
  if (!given?.startsWith(hmac.prefix)) return false;
  const expected = createHmac(hmac.algorithm, hmac.secret);
  for (const part of hmac.format.split(/(\{timestamp\}|\{body\})/)) {
    if (part === '{body}') expected.update(rawBody);
    else if (part !== '{timestamp}') expected.update(part);
    else if (timestamp && isRecent(timestamp, receivedAt)) expected.update(timestamp);
    else return false;
  }
  return sameText(given.slice(hmac.prefix.length), expected.digest(hmac.encoding));
};

const carriesSecret = ({ headers }: WebhookHead, { webhookSecret }: VapiSettings): boolean => {
  const { 'x-vapi-secret': secret, authorization } = headers;
  if (secret && sameText(secret, webhookSecret)) return true;
  return Boolean(authorization) && sameText(bearer(authorization ?? ''), webhookSecret);
};

/** How Vapi proves itself is the tenant's choice over there; each of the ways is proof enough. */
export const verifyVapi = (webhook: InboundWebhook, settings: VapiSettings): boolean =>
  carriesSecret(webhook, settings) || (settings.hmac !== undefined && isSigned(webhook, settings.hmac));

/** Only an HMAC covers the body. */
export const verifyVapiHead = (webhook: WebhookHead, settings: VapiSettings): boolean | undefined => {
  if (carriesSecret(webhook, settings)) return true;
  return settings.hmac && webhook.headers[settings.hmac.header] !== undefined ? undefined : false;
};

/** A header that a tenant may choose for Vapi's proof; those that proxies and tracers add are none. */
export const isProofHeader = (name: string): boolean =>
  /^x-(?!forwarded|real-ip|request|trace|amzn?-|cloud|b3-|envoy)|signature|hmac|authorization/.test(name);

/** The tenant's choice is not known here. A wrong guess only makes the refusal say `invalid` for `missing`. */
export const isVapiSigned = ({ headers }: WebhookHead): boolean => Object.keys(headers).some(isProofHeader);
