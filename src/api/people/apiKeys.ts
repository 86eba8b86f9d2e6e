import { LockMode, type FilterQuery } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { because } from '../../contract/problems/fieldErrors.ts';
import { ApiKey } from '../../db/entities.ts';
import { refusal } from '../../errors.ts';
import { recordAudit } from '../routing/audit.ts';
import { apiKeyStatuses, scopes, type ApiKeyStatus } from '../access/apiKeys.ts';
import { personOf } from '../access/identity.ts';
import { hashSecret, newSecret } from '../../db/people/opaqueSecrets.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { defineRoute } from '../routing/route.ts';
import { ApiKeyView, CreatedApiKey, exampleApiKey, presentApiKey } from './apiKeyView.ts';
import { ById, listOf } from '../http/fields.ts';

const tags = ['API keys'];

const day = 86_400_000;
const defaultDays = 90;
const maxDays = 730;
const daysFromNow = (days: number): Date => new Date(Date.now() + days * day);

const Expiry = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((moment) => moment.getTime() > Date.now(), because('date.past'))
  .refine((moment) => moment <= daysFromNow(maxDays), because('date.too_far', { days: maxDays }));

const NewApiKey = z.object({
  name: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(100)
    .describe('What the key is for: people read it in the list and in the audit log'),
  scopes: z
    .array(z.enum(scopes))
    .min(1)
    .refine((list) => new Set(list).size === list.length, because('field.repeated'))
    .meta({ uniqueItems: true })
    .describe('Only permissions that you have yourself'),
  expiresAt: Expiry.optional().describe(`Within two years. Default: ${defaultDays} days from now`),
});

export const createApiKey = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/api-keys',
    permission: 'api_keys:write',
    operationId: 'createApiKey',
    summary: 'Create an API key',
    description:
      'For a program. The answer holds the key, this once. It belongs to the tenant: it goes on when the user who made it leaves. To replace a key, create the next one, then revoke it.',
    tags,
    status: 201,
    body: NewApiKey,
    response: CreatedApiKey,
    examples: {
      body: { name: 'n8n', scopes: ['calls:read', 'deliveries:read'] },
      response: { ...exampleApiKey, key: 'rk_Zm9vYmFy…' },
    },
  },
  async ({ em, ctx, auth, body }) => {
    const { name, expiresAt = daysFromNow(defaultDays) } = body;
    const lacking = body.scopes.filter((scope) => !auth.permissions.includes(scope));
    if (lacking.length > 0) {
      throw refusal('scopes.lacking', { scopes: lacking });
    }
    const secret = newSecret('apiKey');
    const key = em.create(ApiKey, {
      tenantId: auth.tenantId,
      name,
      prefix: secret.slice(0, exampleApiKey.prefix.length),
      keyHash: hashSecret(secret),
      scopes: body.scopes,
      createdBy: personOf(auth).id,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    });
    await em.persist(key).flush();
    recordAudit(
      em,
      { ctx, auth },
      {
        action: 'api_key.created',
        targetType: 'api_key',
        targetId: key.id,
        after: { name, prefix: key.prefix, scopes: body.scopes, expiresAt },
      },
    );
    return Object.assign(presentApiKey(key), { key: secret });
  },
);

const having = (status: ApiKeyStatus): FilterQuery<ApiKey> => {
  const now = new Date();
  switch (status) {
    case 'active':
      return { revokedAt: null, $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
    case 'expired':
      return { revokedAt: null, expiresAt: { $lte: now } };
    case 'revoked':
      return { revokedAt: { $ne: null } };
  }
};

export const [listApiKeys, exportApiKeys] = defineList(
  {
    path: '/dashboard/api-keys',
    permission: 'api_keys:read',
    plural: 'API keys',
    operations: ['listApiKeys', 'exportApiKeys'],
    description: 'Newest first, with those that have expired or were revoked.',
    tags,
    filters: { status: listOf(apiKeyStatuses, 'Status of the key') },
    view: ApiKeyView,
    sorts: ['createdAt', 'expiresAt', 'lastUsedAt', 'name'],
    defaultSort: '-createdAt',
    example: exampleApiKey,
  },
  {
    entity: ApiKey,
    where: ({ query: { status } }) => (status?.length ? [{ $or: status.map(having) }] : []),
    present: (keys) => keys.map(presentApiKey),
  },
);

export const getApiKey = defineRoute(
  {
    method: 'get',
    path: '/dashboard/api-keys/:id',
    permission: 'api_keys:read',
    operationId: 'getApiKey',
    summary: 'Get an API key',
    description: 'Everything about it except the key itself.',
    tags,
    params: ById,
    response: ApiKeyView,
    errors: ['resource.not_found'],
    examples: { response: exampleApiKey },
  },
  async ({ em, params }) => presentApiKey(await em.findOneOrFail(ApiKey, params.id)),
);

export const revokeApiKey = defineRoute(
  {
    method: 'delete',
    writes: true,
    path: '/dashboard/api-keys/:id',
    permission: 'api_keys:write',
    operationId: 'revokeApiKey',
    summary: 'Revoke an API key',
    description: 'The next request with the key is refused. Can be repeated; a revoked key stays in the list.',
    tags,
    params: ById,
    response: ApiKeyView,
    errors: ['resource.not_found'],
    examples: { response: { ...exampleApiKey, status: 'revoked', revokedAt: '2026-02-01T09:00:00.000Z' } },
  },
  async ({ em, ctx, auth, params }) => {
    const key = await em.findOneOrFail(ApiKey, params.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!key.revokedAt) {
      key.revokedAt = new Date();
      const { id, name, prefix } = key;
      recordAudit(
        em,
        { ctx, auth },
        { action: 'api_key.revoked', targetType: 'api_key', targetId: id, before: { name, prefix } },
      );
    }
    return presentApiKey(key);
  },
);
