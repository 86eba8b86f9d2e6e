import { LockMode, type EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { because } from '../../contract/problems/fieldErrors.ts';
import { newSigningSecret, openEndpoint, sealEndpoint, wellAgain } from '../../db/deliveries/endpoints.ts';
import { Tenant, WebhookDelivery, WebhookEndpoint } from '../../db/entities.ts';
import type { KeyRing } from '../../db/core/sealing.ts';
import { uuidV7 } from '../../db/core/uuid.ts';
import { CustomHeaders } from '../../contract/endpoints/customHeaders.ts';
import { findUrlProblem, type Destinations } from '../../outbox/destination.ts';
import { EndpointUrl, SigningSecret } from '../../contract/endpoints/endpoint.ts';
import { eventTypes } from '../../contract/events/catalogue.ts';
import type { TenantId } from '../../domain/ids.ts';
import { longestRecoveryMs } from '../../domain/deliveries/recovery.ts';
import { refusal } from '../../errors.ts';
import { recordAudit } from '../routing/audit.ts';
import { deliverAfterCommit } from './wakeAfterCommit.ts';
import { checkIfMatch } from '../http/ifMatch.ts';
import { invalidInput } from '../http/input.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { defineRoute } from '../routing/route.ts';
import { unmask } from '../routing/masks.ts';
import {
  ChangedEndpoint,
  CreatedEndpoint,
  endpointStatuses,
  EndpointView,
  exampleEndpoint,
  exampleSecret,
  presentEndpoint,
} from './endpointView.ts';
import { ById, listOf } from '../http/fields.ts';

const tags = ['Endpoints'];

const maxEndpoints = 20;

const EventFilter = z
  .array(z.enum(eventTypes))
  .min(1)
  .refine((list) => new Set(list).size === list.length, because('field.repeated'))
  .meta({ uniqueItems: true });

const Url = EndpointUrl.describe('Receives each event by POST. Public addresses only, by https');
const Description = z.string().normalize('NFC').trim().max(200);
const Events = EventFilter.nullable().describe(
  'Events that the endpoint receives; null is all, also those of types to come',
);
const RateLimit = z.int().min(1).max(1000).nullable().describe('Requests a second; null is as fast as they come');

const NewEndpoint = z.object({
  url: Url,
  description: Description.default(''),
  eventTypes: Events.default(null),
  headers: CustomHeaders.default({}),
  rateLimitPerSecond: RateLimit.default(null),
  secret: SigningSecret.optional().describe(
    'A secret of your own, to keep one that a receiver knows already. Default: a new one',
  ),
});

const EndpointChange = z.object({
  url: Url.exactOptional(),
  description: Description.exactOptional(),
  eventTypes: Events.exactOptional(),
  headers: CustomHeaders.exactOptional().describe(
    'Replaces all headers. A value sent back masked, as it was shown, stays as it is',
  ),
  rateLimitPerSecond: RateLimit.exactOptional(),
  enabled: z
    .boolean()
    .exactOptional()
    .describe('False holds its events; true lets the endpoint receive the events to come'),
});

const assertDeliverable = (destinations: Destinations, url: string): void => {
  const problem = findUrlProblem(destinations, url);
  if (problem) throw invalidInput([{ path: 'body.url', ...problem }]);
};

/** Two who create at the same time: the second counts what the first has made. */
const assertRoomForOneMore = async (em: EntityManager, tenantId: TenantId): Promise<void> => {
  await em.findOneOrFail(Tenant, tenantId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if ((await em.count(WebhookEndpoint)) < maxEndpoints) return;
  throw refusal('endpoint.limit_reached', { maximum: maxEndpoints });
};

const byLowerName = (headers: CustomHeaders): Map<string, string> =>
  new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Where the client sent back the masked value of a header, it keeps the one that is stored. */
const keepHeaders = (wanted: CustomHeaders, stored: CustomHeaders): CustomHeaders => {
  const before = byLowerName(stored);
  const kept = Object.entries(wanted).map(([name, value]) => [
    name,
    unmask(value, before.get(name.toLowerCase()), `body.headers.${name}`),
  ]);
  return Object.fromEntries(kept) as CustomHeaders;
};

/** For the audit log: what people set, with secrets masked. */
const settingsOf = (keys: KeyRing, endpoint: WebhookEndpoint) => {
  const { url, description, eventTypes: wanted, headers, rateLimitPerSecond, status } = presentEndpoint(keys, endpoint);
  return { url, description, eventTypes: wanted, headers, rateLimitPerSecond, status };
};

const withStatus: Record<(typeof endpointStatuses)[number], FilterQuery<WebhookEndpoint>> = {
  enabled: { disabledAt: null },
  disabled: { disabledAt: { $ne: null } },
};

export const [listEndpoints, exportEndpoints] = defineList(
  {
    path: '/dashboard/webhooks/endpoints',
    permission: 'settings:read',
    plural: 'endpoints',
    operations: ['listEndpoints', 'exportEndpoints'],
    description: 'Newest first.',
    tags,
    filters: { status: listOf(endpointStatuses, 'Whether events are sent there') },
    view: EndpointView,
    columns: EndpointView.omit({ headers: true }).keyof().options,
    sorts: ['createdAt', 'url'],
    defaultSort: '-createdAt',
    example: exampleEndpoint,
  },
  {
    entity: WebhookEndpoint,
    where: ({ query: { status } }) => (status?.length ? [{ $or: status.map((word) => withStatus[word]) }] : []),
    present: (endpoints, _em, { app }) => endpoints.map((endpoint) => presentEndpoint(app.keys, endpoint)),
  },
);

export const createEndpoint = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/webhooks/endpoints',
    permission: 'settings:write',
    operationId: 'createEndpoint',
    summary: 'Create an endpoint',
    description: `The endpoint receives events that happen from now on. A tenant has at most ${maxEndpoints} endpoints.`,
    tags,
    status: 201,
    body: NewEndpoint,
    response: CreatedEndpoint,
    errors: ['resource.conflict'],
    examples: {
      body: {
        url: exampleEndpoint.url,
        description: exampleEndpoint.description,
        eventTypes: exampleEndpoint.eventTypes,
        headers: { Authorization: 'Bearer an-example-5a1c' },
        rateLimitPerSecond: 20,
      },
      response: { ...exampleEndpoint, secret: exampleSecret },
    },
  },
  async ({ app, deps, em, ctx, auth, body }) => {
    const { secret = newSigningSecret(), headers, ...fields } = body;
    assertDeliverable(deps.destinations, fields.url);
    await assertRoomForOneMore(em, auth.tenantId);
    const key = { id: uuidV7(), tenantId: auth.tenantId };
    const sealedSecrets = sealEndpoint(app.keys, key, { secret, headers: keepHeaders(headers, {}) });
    const state = { disabledAt: null, disabledBecause: null, ...wellAgain };
    const endpoint = em.create(WebhookEndpoint, { ...key, ...fields, ...state, sealedSecrets });
    await em.persist(endpoint).flush();
    const entry = { action: 'endpoint.created', targetType: 'endpoint', targetId: endpoint.id };
    recordAudit(em, { ctx, auth }, { ...entry, after: settingsOf(app.keys, endpoint) });
    return Object.assign(presentEndpoint(app.keys, endpoint), { secret });
  },
);

export const getEndpoint = defineRoute(
  {
    method: 'get',
    path: '/dashboard/webhooks/endpoints/:id',
    permission: 'settings:read',
    operationId: 'getEndpoint',
    summary: 'Get an endpoint',
    tags,
    params: ById,
    response: EndpointView,
    errors: ['resource.not_found'],
    examples: { response: exampleEndpoint },
  },
  async ({ app, em, params }) => presentEndpoint(app.keys, await em.findOneOrFail(WebhookEndpoint, params.id)),
);

/** @returns the names of those whose value is another now. */
const setHeaders = (keys: KeyRing, endpoint: WebhookEndpoint, wanted: CustomHeaders): string[] => {
  const secrets = openEndpoint(keys, endpoint);
  const headers = keepHeaders(wanted, secrets.headers);
  endpoint.sealedSecrets = sealEndpoint(keys, endpoint, { ...secrets, headers });
  const before = byLowerName(secrets.headers);
  return Object.keys(headers).filter((name) => (before.get(name.toLowerCase()) ?? headers[name]) !== headers[name]);
};

const setEnabled = (endpoint: WebhookEndpoint, enabled: boolean): void => {
  if (enabled) Object.assign(endpoint, { disabledAt: null, disabledBecause: null, ...wellAgain });
  else if (!endpoint.disabledAt) Object.assign(endpoint, { disabledAt: new Date(), disabledBecause: 'asked' });
};

/** What a recovery would send. @param em of its tenant. */
const countMissed = async (em: EntityManager, endpointId: string): Promise<{ waiting: number; missed: number }> => {
  const createdAt = { $gt: new Date(Date.now() - longestRecoveryMs) };
  const count = (statuses: WebhookDelivery['status'][]) =>
    em.count(WebhookDelivery, { endpointId, createdAt, status: { $in: statuses } });
  return { waiting: await count(['pending', 'retrying']), missed: await count(['dead', 'held']) };
};

export const changeEndpoint = defineRoute(
  {
    method: 'patch',
    writes: true,
    path: '/dashboard/webhooks/endpoints/:id',
    permission: 'settings:write',
    operationId: 'changeEndpoint',
    summary: 'Change an endpoint',
    description:
      'Deliveries on their way go to the new URL; another choice of events, and another limit, hold from the next event on; a delivery that waits already keeps its place. What was held while it was disabled, given up, or waits for its next attempt goes out on request: `POST /dashboard/webhooks/recoveries`.',
    tags,
    params: ById,
    body: EndpointChange,
    response: ChangedEndpoint,
    errors: ['resource.not_found', 'resource.changed'],
    examples: {
      body: { eventTypes: exampleEndpoint.eventTypes, rateLimitPerSecond: 20 },
      response: { ...exampleEndpoint, waiting: 23, missed: 0 },
    },
  },
  async (request) => {
    const { app, deps, em, ctx, auth, params, body } = request;
    const endpoint = await em.findOneOrFail(WebhookEndpoint, params.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    checkIfMatch(ctx, EndpointView.parse(presentEndpoint(app.keys, endpoint)));
    const before = settingsOf(app.keys, endpoint);
    const { enabled, headers, ...fields } = body;
    if (fields.url !== undefined && fields.url !== endpoint.url) {
      assertDeliverable(deps.destinations, fields.url);
      // It was the former URL that failed.
      Object.assign(endpoint, wellAgain);
    }
    // Deliveries from now on need not queue behind those that wait by the former limit.
    if (fields.rateLimitPerSecond !== undefined && fields.rateLimitPerSecond !== endpoint.rateLimitPerSecond)
      endpoint.pacedUntil = null;
    em.assign(endpoint, fields);
    const replacedHeaders = headers ? setHeaders(app.keys, endpoint, headers) : [];
    if (enabled !== undefined) setEnabled(endpoint, enabled);
    const after = { ...settingsOf(app.keys, endpoint), ...(replacedHeaders.length > 0 && { replacedHeaders }) };
    const entry = { action: 'endpoint.changed', targetType: 'endpoint', targetId: endpoint.id };
    recordAudit(em, { ctx, auth }, { ...entry, before, after });
    deliverAfterCommit(request, [endpoint.id], { isAskedFor: true });
    return Object.assign(presentEndpoint(app.keys, endpoint), await countMissed(em, endpoint.id));
  },
);

export const deleteEndpoint = defineRoute(
  {
    method: 'delete',
    writes: true,
    path: '/dashboard/webhooks/endpoints/:id',
    permission: 'settings:write',
    operationId: 'deleteEndpoint',
    summary: 'Delete an endpoint',
    description: 'Its secret is erased, and its waiting deliveries end. The log of deliveries stays.',
    tags,
    status: 204,
    params: ById,
    response: z.void(),
    errors: ['resource.not_found'],
  },
  async (request) => {
    const { app, em, ctx, auth, params } = request;
    const endpoint = await em.findOneOrFail(WebhookEndpoint, params.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const entry = { action: 'endpoint.deleted', targetType: 'endpoint', targetId: endpoint.id };
    recordAudit(em, { ctx, auth }, { ...entry, before: settingsOf(app.keys, endpoint) });
    em.remove(endpoint);
    deliverAfterCommit(request, [endpoint.id], { isAskedFor: true });
  },
);
