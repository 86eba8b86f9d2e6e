import { z } from 'zod';
import { deliveryStatuses } from '../../db/entities.ts';
import { Id, Instant } from '../http/fields.ts';

export const EndpointStats = z
  .object({
    endpointId: Id,
    url: z.string(),
    disabledAt: Instant.nullable(),
    deliveries: z.record(z.enum(deliveryStatuses), z.int()),
    oldestWaitingAt: Instant.nullable().describe('When the oldest that is pending or retrying was queued'),
    attempts: z.int(),
    successRate: z.number().min(0).max(1).nullable().describe('The share of attempts that delivered'),
    medianDurationMs: z.int().nullable(),
    p95DurationMs: z.int().nullable().describe('Of twenty attempts, nineteen took no longer'),
  })
  .meta({ id: 'EndpointStats', description: 'How one endpoint took its deliveries' });

export const exampleEndpointStats = {
  endpointId: '019b7c40-0000-7000-8000-000000000003',
  url: 'https://n8n.example.com/webhook/calls',
  disabledAt: null,
  deliveries: { pending: 0, retrying: 1, delivered: 240, dead: 0, held: 0 },
  oldestWaitingAt: '2026-01-15T10:26:35.400Z',
  attempts: 243,
  successRate: 0.988,
  medianDurationMs: 84,
  p95DurationMs: 310,
};
