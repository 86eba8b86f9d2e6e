import { z } from 'zod';
import { deliveryStatuses } from '../../db/entities/index.ts';
import { Id, Instant } from './fields.ts';

const Attempt = z
  .object({
    attempt: z.int().describe('From 1'),
    url: z.string(),
    responseStatus: z.int().nullable().describe('Null when no answer came'),
    error: z.string().nullable(),
    durationMs: z.int(),
    attemptedAt: Instant,
  })
  .meta({ id: 'DeliveryAttempt' });

export const DeliveryView = z
  .object({
    id: Id.describe('Also the `webhook-id` header, the same for each attempt'),
    eventId: z.string(),
    eventType: z.string(),
    externalCallId: z.string().nullable(),
    status: z.enum(deliveryStatuses).describe('`dead`: all attempts failed'),
    attempts: z.int(),
    nextAttemptAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    lastError: z.string().nullable(),
    createdAt: Instant,
    attemptLog: z.array(Attempt).describe('Oldest first'),
  })
  .meta({ id: 'Delivery', description: "One event on its way to the tenant's endpoint" });

export const DeliveryDetail = DeliveryView.extend({
  body: z.string().describe('The exact text that is signed and sent'),
  attemptLog: z.array(Attempt.extend({ responseBody: z.string().nullable().describe('Its first 16 kB') })),
}).meta({ id: 'DeliveryDetail' });
