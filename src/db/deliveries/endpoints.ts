import { randomBytes } from 'node:crypto';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EndpointSettings } from '../../contract/endpoints/endpoint.ts';
import type { TenantId } from '../../domain/ids.ts';
import { WebhookEndpoint } from './webhookEndpoint.ts';
import { seal, unseal, type KeyRing } from '../core/sealing.ts';
import { uuidV7 } from '../core/uuid.ts';

const PreviousSecret = z.object({ secret: z.string(), until: z.iso.datetime() });

const EndpointSecrets = z.object({
  secret: z.string(),
  /** Sign too, the latest first, each until its time: receivers change over at their leisure. */
  previous: z
    .union([
      z.array(PreviousSecret),
      // What was sealed while there was one at most.
      PreviousSecret.transform((only) => [only]),
    ])
    .optional(),
  headers: z.record(z.string(), z.string()),
});

export type EndpointSecrets = z.infer<typeof EndpointSecrets>;

/** For so long the secret before a change signs too. */
const overlapMs = 86_400_000;

/** Each costs a signature of each delivery, and room in a header. */
const maxPrevious = 4;

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

const stillValid = ({ previous = [] }: EndpointSecrets) =>
  previous.filter(({ until }) => Date.parse(until) > Date.now());

/** When today's secret will be the only one that signs; null once it is. */
export const previousSecretUntil = (secrets: EndpointSecrets): Date | null => {
  const ends = stillValid(secrets).map(({ until }) => Date.parse(until));
  return ends.length === 0 ? null : new Date(Math.max(...ends));
};

/** Those that sign now, today's first. */
export const validSecrets = (secrets: EndpointSecrets): string[] => [
  secrets.secret,
  ...stillValid(secrets).map(({ secret }) => secret),
];

/**
 * The same with another secret. The one before goes on signing for a while, and those before it for as long as was said
 * then; without an overlap they all end at once, because a secret has leaked, whichever it is.
 */
export const withSecret = (secrets: EndpointSecrets, secret: string, forMs = overlapMs): EndpointSecrets => {
  if (secret === secrets.secret) return secrets;
  if (forMs === 0) return { ...secrets, secret, previous: [] };
  const latest = { secret: secrets.secret, until: new Date(Date.now() + forMs).toISOString() };
  const previous = [latest, ...stillValid(secrets)].filter((other) => other.secret !== secret);
  return { ...secrets, secret, previous: previous.slice(0, maxPrevious) };
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

/** What is known of an endpoint that has taken an event, or of which nothing is known. */
export const wellAgain = { failingSince: null, lastFailedAt: null, failureStreak: 0, restingUntil: null };

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
    em.assign(existing, { url, sealedSecrets, disabledAt: null, disabledBecause: null, ...wellAgain });
    return;
  }
  const id = uuidV7();
  const sealedSecrets = sealEndpoint(keys, { tenantId, id }, { secret, headers: {} });
  em.persist(em.create(WebhookEndpoint, { id, tenantId, url, sealedSecrets, isDefault: true, description: 'n8n' }));
};
