import { z } from 'zod';
import type { ApiKey } from '../../db/entities.ts';
import { apiKeyStatuses, scopes, scopesOf, statusOf } from '../access/apiKeys.ts';
import { Id, Instant } from '../http/fields.ts';

export const ApiKeyView = z
  .object({
    id: Id,
    name: z.string(),
    prefix: z.string().describe('The beginning of the key, to recognise it by'),
    scopes: z.array(z.enum(scopes)),
    status: z.enum(apiKeyStatuses),
    createdBy: Id.describe('The user who made it'),
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    lastUsedAt: Instant.nullable().describe('To the minute; null until its first use'),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'ApiKey' });

export const CreatedApiKey = ApiKeyView.extend({
  key: z.string().describe('Send it as `Authorization: Bearer …`. Shown this once: only its hash is kept'),
}).meta({ id: 'CreatedApiKey' });

export const presentApiKey = (key: ApiKey) => Object.assign({}, key, { scopes: scopesOf(key), status: statusOf(key) });

export const exampleApiKey = {
  id: '019b7c3e-0000-7000-8000-0000000000cc',
  name: 'n8n',
  prefix: 'rk_Zm9vYmFy',
  scopes: ['calls:read', 'deliveries:read'],
  status: 'active',
  createdBy: '019b7c3e-0000-7000-8000-0000000000aa',
  createdAt: '2026-01-15T10:30:00.000Z',
  expiresAt: '2026-04-15T10:30:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
};
