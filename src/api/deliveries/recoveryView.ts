import { z } from 'zod';
import { Id, Instant } from '../http/fields.ts';

const statuses = ['running', 'completed', 'canceled'] as const;
export type RecoveryStatus = (typeof statuses)[number];

export const RecoveryView = z
  .object({
    id: Id,
    endpointId: Id.nullable().describe('Null is every endpoint'),
    status: z.enum(statuses),
    startedAt: Instant,
    endedAt: Instant.nullable(),
    total: z.int().describe('Deliveries found when it began; 0 until they are counted'),
    lookedAt: z.int(),
    queued: z.int().describe('Without those that another request took on meanwhile'),
    delivered: z.int().describe('So far'),
    failed: z.int().describe('Attempted and not taken; they are tried again by the usual schedule'),
  })
  .meta({ id: 'Recovery', description: 'Deliveries that go out again: how far it is' });

export const exampleRecovery = {
  id: '019b7c40-0000-7000-8000-000000000005',
  endpointId: '019b7c40-0000-7000-8000-000000000003',
  status: 'running',
  startedAt: '2026-01-15T10:30:00.000Z',
  endedAt: null,
  total: 300,
  lookedAt: 200,
  queued: 200,
  delivered: 198,
  failed: 2,
};
