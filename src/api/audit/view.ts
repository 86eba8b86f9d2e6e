import { z } from 'zod';
import { auditActors } from '../../db/entities.ts';
import { assistants } from '../../domain/providers.ts';
import { Id, Instant } from '../http/fields.ts';

const State = z.record(z.string(), z.unknown()).nullable();

export const AuditEventView = z
  .object({
    id: Id,
    createdAt: Instant,
    actor: z.enum(auditActors).describe('Kind of actor; `operator` runs this installation'),
    actorId: z.string().nullable().describe("The user's or the key's id"),
    actorName: z.string().nullable().describe('Name of the actor at the time: an e-mail address, or the name of a key'),
    action: z.string().meta({ examples: ['settings.changed'] }),
    targetType: z.string(),
    targetId: z.string(),
    before: State.describe('Secrets masked; null where there was nothing'),
    after: State.describe('Secrets masked; null where nothing is left'),
    address: z.string().nullable().describe('IP address'),
    userAgent: z.string().nullable(),
    requestId: z.string().nullable().describe('`X-Request-Id` of the answer'),
  })
  .meta({ id: 'AuditEvent', description: 'One action: its actor, target and origin. Never changed and never removed' });

export const exampleAuditEvent = {
  id: '019b7c3e-0000-7000-8000-0000000000dd',
  createdAt: '2026-01-15T10:30:00.000Z',
  actor: 'user',
  actorId: '019b7c3e-0000-7000-8000-0000000000aa',
  actorName: 'owner@demohvac.com',
  action: 'settings.changed',
  targetType: 'settings',
  targetId: assistants[0],
  before: { apiKey: '****d3b0', webhookSecret: '****d3b0' },
  after: { apiKey: '****d3b0', webhookSecret: '****8f21', replacedSecrets: ['webhookSecret'] },
  address: '203.0.113.7',
  userAgent: 'Mozilla/5.0',
  requestId: '5f0c1d2e-0000-4000-8000-000000000001',
};
