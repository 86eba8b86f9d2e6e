import { createHmac } from 'node:crypto';

/** An event as it is stored. */
export interface StoredEvent {
  eventId: string;
  eventType: string;
  occurredAt: Date;
  sequence: number | null;
  /** The exact JSON text of `data`. */
  data: string;
}

/**
 * The body that an endpoint receives: for one event and one secret always the same bytes. `signature` covers the text of
 * `data` and is there for receivers that look into the body; the headers carry the real signature (Standard Webhooks).
 */
export const wireBody = ({ eventId, eventType, occurredAt, sequence, data }: StoredEvent, secret: string): string => {
  const signature = `sha256=${createHmac('sha256', secret).update(data).digest('hex')}`;
  const head = JSON.stringify({ eventId, eventType, timestamp: occurredAt, ...(sequence !== null && { sequence }) });
  return `${head.slice(0, -1)},"data":${data},"signature":"${signature}"}`;
};
