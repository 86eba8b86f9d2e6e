import { createHash, hash, timingSafeEqual } from 'node:crypto';

const digest = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/** Compares in constant time, whatever the lengths. */
export const sameText = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** `bodySHA256` in a signed URL vouches for the body. */
export const isBodyHash = (expected: string, rawBody: Buffer): boolean =>
  sameText(expected.toLowerCase(), digest(rawBody).toString('hex'));

/** Distinguishes webhooks of one call and kind: 128 bits over what they say. */
export const contentHash = (rawBody: Buffer, ...context: string[]): string =>
  // Latin-1 keeps every byte apart; one call is cheaper than feeding a hash object.
  hash('sha256', `${context.join('\n')}\n${rawBody.toString('latin1')}`, 'hex').slice(0, 32);
