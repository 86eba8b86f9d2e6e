import type { IncomingMessage } from 'node:http';
import { AppError } from '../../errors.ts';
import type { Provider, WebhookHead } from '../../providers/provider.ts';
import { discardRest, readBody, type Exchange } from '../http/body.ts';
import type { TenantEntry } from '../access/tenantDirectory.ts';

/** A provider gives up after 15 s at most; a sender that is slower than this does not mean it. */
const timeoutMs = 5_000;

/** Of a sender that has proven itself, whose webhook does not come again. */
const provenTimeoutMs = 15_000;

/** What is held of a sender whose proof is in the body, unless it gets one of the few places for large ones. */
const unprovenBytes = 4 * 1024 * 1024;
const unprovenPlaces = 4;

const refuse = (req: IncomingMessage, error: unknown): never => {
  discardRest(req);
  throw error;
};

/** For checks that need no body. */
export const refusing = <Result>(req: IncomingMessage, check: () => Result): Result => {
  try {
    return check();
  } catch (error) {
    return refuse(req, error);
  }
};

/** Reads webhooks' bodies: large ones of proven senders, and only a few at a time of those whose proof is in the body. */
export const createWebhookBodies = () => {
  let large = 0;

  const readUnproven = async (exchange: Exchange, { maxBodyBytes }: Provider): Promise<Buffer> => {
    const declared = Number(exchange.req.headers['content-length']);
    if (!(declared > unprovenBytes && declared <= maxBodyBytes))
      return readBody(exchange, { maxBytes: Math.min(maxBodyBytes, unprovenBytes), timeoutMs });
    if (large >= unprovenPlaces) refuse(exchange.req, new AppError('service.unavailable'));
    large += 1;
    try {
      return await readBody(exchange, { maxBytes: declared, timeoutMs: provenTimeoutMs });
    } finally {
      large -= 1;
    }
  };

  /**
   * @param configured tenants that may prove it; none where only the body says which.
   * @throws AppError `webhook.signature_invalid` where no more than the headers is needed to know, and what `readBody` throws.
   */
  return async (
    exchange: Exchange,
    provider: Provider,
    head: WebhookHead,
    configured: TenantEntry[],
  ): Promise<Buffer> => {
    const proofs = configured.flatMap(({ settings }) => {
      const secrets = settings[provider.name];
      return secrets ? [provider.verifyHead?.(head, secrets)] : [];
    });
    if (proofs.includes(true))
      return readBody(exchange, { maxBytes: provider.maxBodyBytes, timeoutMs: provenTimeoutMs });
    if (proofs.length > 0 && !proofs.includes(undefined))
      refuse(exchange.req, new AppError('webhook.signature_invalid'));
    return readUnproven(exchange, provider);
  };
};
