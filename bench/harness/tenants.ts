import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import type { Config } from '../../src/config.ts';
import { sealEndpoint } from '../../src/db/deliveries/endpoints.ts';
import { OutboundEvent, Tenant, WebhookDelivery, WebhookEndpoint } from '../../src/db/entities.ts';
import { saveIntegration } from '../../src/db/tenants/integrations.ts';
import { ormOptions } from '../../src/db/options.ts';
import type { KeyRing } from '../../src/db/core/sealing.ts';
import { systemEm, tenantEm } from '../../src/db/core/tenancy.ts';
import { callSubject, subjectColumns } from '../../src/domain/subject.ts';
import { uuidV7 } from '../../src/db/core/uuid.ts';
import type { Subscription } from './callbacks.ts';
import { exampleData } from './event.ts';

/** Where a tenant's events go. */
interface BenchEndpoint {
  url: string;
  secret: string;
}

export interface BenchTenant extends Subscription {
  endpoint?: BenchEndpoint;
}

/** Tenants with their carrier, and their endpoint if they have one. */
export async function addTenants(
  { database, encryptionKeys }: Config,
  tenants: readonly BenchTenant[],
): Promise<{ id: string; endpointId: string }[]> {
  await using orm = await MikroORM.init(ormOptions(database.url));
  const added: { id: string; endpointId: string }[] = [];
  for (const { tenantSlug, accountSid, authToken, endpoint } of tenants) {
    const id = await addTenant(orm, tenantSlug);
    const settings = { accountSid, authToken, phoneNumbers: ['+15145550100'] };
    await tenantEm(orm, id).transactional((em) => saveIntegration(em, encryptionKeys, id, 'twilio', settings));
    added.push({ id, endpointId: endpoint ? await addEndpoint(orm, encryptionKeys, id, endpoint) : '' });
  }
  return added;
}

export async function addTenant(orm: MikroORM, slug: string): Promise<string> {
  // SYSTEM: a tenant cannot make itself.
  const { id } = await systemEm(orm).transactional(async (em) => em.create(Tenant, { slug, name: 'Bench' }));
  return id;
}

/** @returns its id. */
export async function addEndpoint(
  orm: MikroORM,
  keys: KeyRing,
  tenantId: string,
  { url, secret }: BenchEndpoint,
): Promise<string> {
  const id = uuidV7();
  const sealedSecrets = sealEndpoint(keys, { tenantId, id }, { secret, headers: {} });
  const em = tenantEm(orm, tenantId);
  await em.persist(em.create(WebhookEndpoint, { id, tenantId, url, sealedSecrets })).flush();
  return id;
}

type DeliveryState = Partial<Pick<WebhookDelivery, 'attempts' | 'attemptsInSchedule' | 'nextAttemptAt' | 'status'>>;

const eventsPerCall = 6;

/** Deliveries of ended calls to one endpoint, six a call, ten seconds apart up to now. */
export async function addDeliveries(
  em: EntityManager,
  { tenantId, endpointId, count, state }: { tenantId: string; endpointId: string; count: number; state: DeliveryState },
): Promise<void> {
  const now = Date.now();
  const waiting = Array.from({ length: count }, (_, index) => ({
    id: uuidV7(),
    tenantId,
    endpointId,
    eventId: uuidV7(),
    eventType: 'call.ended',
    ...subjectColumns(callSubject(`CA-${endpointId}-${Math.floor(index / eventsPerCall)}`)),
    ...state,
    createdAt: new Date(now - (count - index) * 10_000),
  }));
  const events = waiting.map(({ eventId, eventType, subjectKind, subjectId, createdAt }, index) => ({
    tenantId,
    eventId,
    eventType,
    subjectKind,
    subjectId,
    createdAt,
    id: uuidV7(),
    sequence: (index % eventsPerCall) + 1,
    occurredAt: createdAt,
    data: JSON.stringify(exampleData(index)),
  }));
  for (let at = 0; at < count; at += 500) {
    await em.insertMany(OutboundEvent, events.slice(at, at + 500));
    await em.insertMany(WebhookDelivery, waiting.slice(at, at + 500));
  }
}
