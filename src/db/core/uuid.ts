import { randomUUID } from 'node:crypto';

/** A time-ordered UUID (RFC 9562, version 7): new rows land at the end of the index. */
export const uuidV7 = (): string => {
  const milliseconds = Date.now().toString(16).padStart(12, '0');
  // `randomUUID` draws from a pool, which is an order of magnitude cheaper than asking for bytes each time.
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${randomUUID().slice(15)}`;
};
