import { randomBytes } from 'node:crypto';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EndpointSettings } from '../domain/endpoint.ts';
import type { TenantId } from '../domain/ids.ts';
import { WebhookEndpoint } from './entities/index.ts';
import { seal, unseal, type KeyRing } from './sealing.ts';
import { uuidV7 } from './uuid.ts';

const EndpointSecrets = z.object({
  secret: z.string(),
  /** Signs too, until then: receivers change over at their leisure. */
  previous: z.object({ secret: z.string(), until: z.iso.datetime() }).optional(),
  headers: z.record(z.string(), z.string()),
});

export type EndpointSecrets = z.infer<typeof EndpointSecrets>;

/** Both secrets sign for so long after a change. */
const overlapMs = 86_400_000;

const contextOf = ({ tenantId, id }: Pick<WebhookEndpoint, 'tenantId' | 'id'>): string => `${tenantId}/endpoint/${id}`;

export const sealEndpoint = (
  keys: KeyRing,
  endpoint: Pick<WebhookEndpoint, 'tenantId' | 'id'>,
  secrets: EndpointSecrets,
): string => seal(keys, JSON.stringify(secrets), contextOf(endpoint));

export const openEndpoint = (keys: KeyRing, endpoint: WebhookEndpoint): EndpointSecrets =>
  EndpointSecrets.parse(JSON.parse(unseal(keys, endpoint.sealedSecrets, contextOf(endpoint))));

/** 32 random bytes, as Standard Webhooks writes them. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** When the secret before this one stops signing; null once it has. */
export const previousSecretUntil = ({ previous }: EndpointSecrets): Date | null => {
  const until = previous && new Date(previous.until);
  return until && until.getTime() > Date.now() ? until : null;
};

/** Those that sign now, today's first. */
export const validSecrets = (secrets: EndpointSecrets): string[] => {
  const { secret, previous } = secrets;
  return previous && previousSecretUntil(secrets) ? [secret, previous.secret] : [secret];
};

/** The same with another secret; the one before goes on signing for a while. */
export const withSecret = (secrets: EndpointSecrets, secret: string, forMs = overlapMs): EndpointSecrets => {
  if (secret === secrets.secret) return secrets;
  const until = new Date(Date.now() + forMs).toISOString();
  return { ...secrets, secret, previous: { secret: secrets.secret, until } };
};

/** The endpoint behind `/dashboard/tenant/config/n8n`. */
const findDefault = (em: EntityManager, tenantId: TenantId): Promise<WebhookEndpoint | null> =>
  em.findOne(WebhookEndpoint, { tenantId, isDefault: true }, { lockMode: LockMode.PESSIMISTIC_WRITE });

export const openDefaultEndpoint = async (
  em: EntityManager,
  keys: KeyRing,
  tenantId: TenantId,
): Promise<EndpointSettings | null> => {
  const endpoint = await em.findOne(WebhookEndpoint, { tenantId, isDefault: true });
  return endpoint && { webhookUrl: endpoint.url, signatureSecret: openEndpoint(keys, endpoint).secret };
};

/** Creates or replaces, and lets it receive again; the caller flushes. @param em within a transaction. */
export const saveDefaultEndpoint = async (
  em: EntityManager,
  keys: KeyRing,
  tenantId: TenantId,
  { webhookUrl: url, signatureSecret: secret }: EndpointSettings,
): Promise<void> => {
  const existing = await findDefault(em, tenantId);
  if (existing) {
    const sealedSecrets = sealEndpoint(keys, existing, withSecret(openEndpoint(keys, existing), secret));
    em.assign(existing, { url, sealedSecrets, disabledAt: null, disabledBecause: null, failingSince: null });
    return;
  }
  const id = uuidV7();
  const sealedSecrets = sealEndpoint(keys, { tenantId, id }, { secret, headers: {} });
  em.persist(em.create(WebhookEndpoint, { id, tenantId, url, sealedSecrets, isDefault: true, description: 'n8n' }));
};
