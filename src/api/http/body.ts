import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from 'koa';
import { Deadlines } from '../../deadline.ts';
import { AppError, refusal } from '../../errors.ts';

export interface BodyLimits {
  maxBytes: number;
  /** For the whole body, however it trickles in. */
  timeoutMs: number;
}

/** One request and its answer, with Koa around them or without. */
export interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
}

/** By their length: few routes, few lengths. */
const deadlines = new Map<number, Deadlines>();
const deadlinesOf = (milliseconds: number): Deadlines => {
  const known = deadlines.get(milliseconds) ?? new Deadlines(milliseconds);
  deadlines.set(milliseconds, known);
  return known;
};

/** Grace for a client that is still sending when the answer is settled: it reads the answer rather than a reset. */
const discard = { maxBytes: 64 * 1024 * 1024, timeoutMs: 5_000 };

/** Reads on without keeping anything, then cuts off a client that does not stop. */
export const discardRest = (req: IncomingMessage): void => {
  let bytes = 0;
  const cutOff = () => req.destroy();
  const timer = setTimeout(cutOff, discard.timeoutMs).unref();
  req.on('close', () => clearTimeout(timer));
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > discard.maxBytes) cutOff();
  });
};

/**
 * The raw bytes of the body; never holds more than the limit. Empty when there is none.
 * @throws AppError `request.too_large` (at once where the length is declared), `request.timeout`, or
 * `request.malformed` when the client went away.
 */
export const readBody = ({ req, res }: Exchange, { maxBytes, timeoutMs }: BodyLimits): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const limit = deadlinesOf(timeoutMs);
    const chunks: Buffer[] = [];
    let bytes = 0;

    const stop = () => {
      limit.cancel(deadline);
      req.off('data', onData).off('end', onEnd).off('error', onAbort).off('close', onAbort);
    };
    const refuse = (error: AppError) => {
      stop();
      chunks.length = 0;
      discardRest(req);
      reject(error);
    };
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) refuse(new AppError('request.too_large', { params: { maxBytes } }));
      else chunks.push(chunk);
    };
    const onEnd = () => {
      stop();
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, bytes));
    };
    const onAbort = () => {
      stop();
      reject(refusal('body.incomplete'));
    };
    const deadline = limit.start(() => {
      res.setHeader('connection', 'close');
      refuse(new AppError('request.timeout'));
    });

    if (Number(req.headers['content-length']) > maxBytes)
      refuse(new AppError('request.too_large', { params: { maxBytes } }));
    else req.on('data', onData).on('end', onEnd).on('error', onAbort).on('close', onAbort);
  });

/** Deeper and larger than any body of ours; little enough for whatever walks it afterwards. */
const maxDepth = 32;
const maxValues = 5_000;

/** @throws AppError `request.malformed`. */
const checkShape = (root: unknown): void => {
  let values = 0;
  const walk = (value: unknown, depth: number): void => {
    values += 1;
    if (values > maxValues) throw refusal('body.too_many_values', { maximum: maxValues });
    if (value === null || typeof value !== 'object') return;
    if (depth === maxDepth) throw refusal('body.too_deep', { maximum: maxDepth });
    for (const inner of Object.values(value)) walk(inner, depth + 1);
  };
  walk(root, 0);
};

const decodeUtf8 = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusal('body.not_utf8');
  }
};

const isJson = (ctx: Context): boolean =>
  Boolean(ctx.is('json', '+json')) && ['', 'utf-8', 'utf8'].includes(ctx.request.charset.toLowerCase());

const parseJson = (bytes: Buffer): unknown => {
  const text = decodeUtf8(bytes);
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(bytes.length === 0 ? 'body.missing' : 'body.not_json');
  }
};

/** @throws AppError `request.unsupported_media_type`, `request.malformed`, and what `readBody` throws. */
export const readJson = async (ctx: Context, limits: BodyLimits): Promise<unknown> => {
  const bytes = await readBody(ctx, limits);
  const encoding = ctx.get('content-encoding').toLowerCase();
  if (bytes.length > 0 && (!isJson(ctx) || !['', 'identity'].includes(encoding))) {
    throw refusal('body.wrong_type');
  }
  const value = parseJson(bytes);
  checkShape(value);
  return value;
};
