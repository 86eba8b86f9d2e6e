import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { WebhookEndpoint } from '../../db/entities.ts';
import { eventTypes } from '../../contract/events/catalogue.ts';
import { longestRecoveryMs, recoverableStatuses, type RecoveryFilter } from '../../domain/deliveries/recovery.ts';
import { recordAudit } from '../routing/audit.ts';
import { deliverAfterCommit } from './wakeAfterCommit.ts';
import { invalidField } from '../http/input.ts';
import {
  assertReceives,
  cancelRecovery,
  findRecovery,
  findRecoveries,
  mostListed,
  queueRecovery,
  type Recovery,
} from './replay.ts';
import { defineRoute, type RequestFor } from '../routing/route.ts';
import { ById, Id } from '../http/fields.ts';
import { exampleRecovery, RecoveryView } from './recoveryView.ts';

const tags = ['Deliveries'];

/** A request for exactly two weeks must not come too late. */
const toleranceMs = 300_000;

const Moment = z.iso.datetime({ offset: true });
const Statuses = <const Status extends string>(statuses: readonly Status[]) =>
  z.array(z.enum(statuses)).min(1).max(statuses.length);

const Range = {
  until: Moment.optional().describe('Events before then. Default: now'),
  eventTypes: z
    .array(z.enum(eventTypes))
    .min(1)
    .max(eventTypes.length)
    .optional()
    .describe('Default: all that the endpoint wants'),
};

interface Asked {
  endpointId?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
  eventTypes?: string[] | undefined;
}

/** @throws AppError `request.invalid` for a range that is empty or begins too long ago. */
const filterOf = (asked: Asked, statuses: RecoveryFilter['statuses']): RecoveryFilter => {
  const now = Date.now();
  const since = asked.since === undefined ? now - longestRecoveryMs : Date.parse(asked.since);
  const until = asked.until === undefined ? now : Math.min(Date.parse(asked.until), now);
  if (since < now - longestRecoveryMs - toleranceMs)
    throw invalidField('body.since', 'date.too_old', { days: longestRecoveryMs / 86_400_000 });
  if (since >= until) throw invalidField('body', 'range.empty');
  return {
    endpointId: asked.endpointId ?? null,
    since: new Date(since).toISOString(),
    until: new Date(until).toISOString(),
    eventTypes: asked.eventTypes ?? null,
    statuses,
    startedAt: new Date(now).toISOString(),
  };
};

type Request = Pick<
  RequestFor<'deliveries:retry', unknown, unknown, Asked>,
  'deps' | 'em' | 'ctx' | 'auth' | 'body' | 'afterCommit'
>;

const begin = async (request: Request, statuses: RecoveryFilter['statuses']): Promise<Recovery> => {
  const { em, ctx, auth, body } = request;
  const filter = filterOf(body, statuses);
  if (filter.endpointId !== null) assertReceives(await em.findOneOrFail(WebhookEndpoint, filter.endpointId));
  const id = randomUUID();
  recordAudit(
    em,
    { ctx, auth },
    { action: 'recovery.started', targetType: 'recovery', targetId: id, after: { ...filter } },
  );
  deliverAfterCommit(request, await queueRecovery(em, auth.tenantId, id, filter), { isAskedFor: true });
  return findRecovery(em, id);
};

export const createRecovery = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/webhooks/recoveries',
    permission: 'deliveries:retry',
    operationId: 'sendEndpointWhatItHasMissed',
    summary: 'Send an endpoint what it has missed',
    description:
      'Everything since then that it wants and has not taken, up to 14 days back, oldest first; also what happened before the endpoint was created, and what waits for its next attempt. What is being sent goes on as it is.',
    tags,
    status: 202,
    body: z.object({
      endpointId: Id,
      since: Moment.describe('Events from then on; within the last 14 days'),
      ...Range,
      status: Statuses(recoverableStatuses)
        .optional()
        .describe(
          '`missing`: never queued for it; `waiting`: for its next attempt, which it has now; `dead`: given up; `held`: its endpoint was disabled. Default: all',
        ),
      resend: z
        .boolean()
        .optional()
        .describe('Also events that the endpoint has taken before, with the same `webhook-id`'),
    }),
    response: RecoveryView,
    errors: ['resource.not_found', 'resource.conflict'],
    examples: {
      body: { endpointId: '019b7c40-0000-7000-8000-000000000003', since: '2026-01-15T08:00:00.000Z' },
      response: { ...exampleRecovery, total: 0, lookedAt: 0, queued: 0, delivered: 0, failed: 0 },
    },
  },
  (request) => {
    const { status = recoverableStatuses, resend = false } = request.body;
    return begin(request, [...status, ...(resend ? (['delivered'] as const) : [])]);
  },
);

export const retryDeliveries = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/webhooks/deliveries/retry',
    permission: 'deliveries:retry',
    operationId: 'retryDeliveries',
    summary: 'Retry deliveries',
    description:
      'All that fit: oldest first at each endpoint, the endpoints side by side. Those of disabled endpoints stay as they are. Follow it as a recovery.',
    tags,
    status: 202,
    body: z.object({
      endpointId: Id.optional().describe('Default: all endpoints'),
      status: Statuses(['waiting', 'dead', 'held']),
      since: Moment.optional().describe('Events from then on. At most, and by default, 14 days back'),
      ...Range,
    }),
    response: RecoveryView,
    errors: ['resource.not_found', 'resource.conflict'],
    examples: {
      body: { status: ['dead'] },
      response: { ...exampleRecovery, endpointId: null, total: 0, lookedAt: 0, queued: 0, delivered: 0, failed: 0 },
    },
  },
  (request) => begin(request, request.body.status),
);

export const listRecoveries = defineRoute(
  {
    method: 'get',
    path: '/dashboard/webhooks/recoveries',
    permission: 'deliveries:read',
    operationId: 'listRecoveries',
    summary: 'List recoveries',
    description: `Newest first, ${mostListed} at most.`,
    tags,
    response: z.object({ data: z.array(RecoveryView) }),
    examples: { response: { data: [exampleRecovery] } },
  },
  async ({ em }) => ({ data: await findRecoveries(em) }),
);

export const getRecovery = defineRoute(
  {
    method: 'get',
    path: '/dashboard/webhooks/recoveries/:id',
    permission: 'deliveries:read',
    operationId: 'getRecovery',
    summary: 'Get a recovery',
    tags,
    params: ById,
    response: RecoveryView,
    errors: ['resource.not_found'],
    examples: { response: exampleRecovery },
  },
  ({ em, params }) => findRecovery(em, params.id),
);

export const deleteRecovery = defineRoute(
  {
    method: 'delete',
    writes: true,
    path: '/dashboard/webhooks/recoveries/:id',
    permission: 'deliveries:retry',
    operationId: 'cancelRecovery',
    summary: 'Cancel a recovery',
    description: 'The recovery ends within seconds. Deliveries that are under way go on. Can be repeated.',
    tags,
    status: 202,
    params: ById,
    response: RecoveryView,
    errors: ['resource.not_found'],
    examples: { response: exampleRecovery },
  },
  async (request) => {
    const { em, ctx, auth, params } = request;
    const { id } = params;
    const recovery = await findRecovery(em, id);
    if (recovery.status !== 'running') return recovery;
    recordAudit(em, { ctx, auth }, { action: 'recovery.canceled', targetType: 'recovery', targetId: id });
    deliverAfterCommit(request, await cancelRecovery(em, id), { isAskedFor: true });
    return findRecovery(em, id);
  },
);
