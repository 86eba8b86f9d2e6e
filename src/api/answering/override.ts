import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { NewOverride } from '../../contract/answering/override.ts';
import { currentOverride, endOverride, setOverride } from '../../db/answering/overrides.ts';
import { PhoneNumber, type StoredOverride } from '../../db/entities.ts';
import type { AnsweringOverride } from '../../domain/answering/override.ts';
import { AppError } from '../../errors.ts';
import { invalidField } from '../http/input.ts';
import { recordAudit } from '../routing/audit.ts';
import { defineRoute } from '../routing/route.ts';
import { exampleOverride, OverrideView, presentOverride } from './view.ts';

const tags = ['Answering'];
const path = '/dashboard/answering/override';

const inAudit = ({ kind, until, reason }: StoredOverride) => ({ kind, until, reason });

export const getOverride = defineRoute(
  {
    method: 'get',
    path,
    permission: 'answering:read',
    operationId: 'getAnsweringOverride',
    summary: 'Get the override that holds now',
    tags,
    response: z.object({ override: OverrideView.nullable().describe('Null where the plans hold') }),
    examples: { response: { override: exampleOverride } },
  },
  async ({ em }) => {
    const override = await currentOverride(em);
    return { override: override && presentOverride(override) };
  },
);

/** @throws AppError `request.invalid`: a call that goes to one of the tenant's own numbers would come back. */
const assertElsewhere = async (em: EntityManager, override: AnsweringOverride): Promise<void> => {
  if (override.kind !== 'all-to') return;
  const own = await em.count(PhoneNumber, { number: override.number, status: { $ne: 'released' } });
  if (own > 0) throw invalidField('body.number', 'number.circular');
};

export const putOverride = defineRoute(
  {
    method: 'put',
    writes: true,
    path,
    permission: 'answering:override',
    operationId: 'setAnsweringOverride',
    summary: 'Set an override',
    description:
      'Closed for a while, or all calls to one number: for all plans, within seconds, until its time is over. It takes the place of the one before.',
    tags,
    body: NewOverride,
    response: OverrideView,
    examples: {
      body: { kind: 'closed', until: exampleOverride.until, reason: exampleOverride.reason },
      response: exampleOverride,
    },
  },
  async ({ deps, em, ctx, auth, body, afterCommit }) => {
    await assertElsewhere(em, body);
    const { kind: source, id, name } = auth.actor;
    const { before, override } = await setOverride(em, auth.tenantId, body, { source, id, name });
    const entry = { action: 'answering_override.set', targetType: 'answering_override', targetId: override.id };
    recordAudit(em, { ctx, auth }, { ...entry, ...(before && { before: inAudit(before) }), after: inAudit(override) });
    afterCommit(() => deps.directory.refresh());
    return presentOverride(override);
  },
);

export const deleteOverride = defineRoute(
  {
    method: 'delete',
    writes: true,
    path,
    permission: 'answering:override',
    operationId: 'endAnsweringOverride',
    summary: 'End the override',
    description: 'The plans hold again, within seconds.',
    tags,
    status: 204,
    response: z.void(),
    errors: ['resource.not_found'],
  },
  async ({ deps, em, ctx, auth, afterCommit }) => {
    const ended = await endOverride(em, auth.tenantId);
    if (!ended) throw new AppError('resource.not_found');
    const entry = { action: 'answering_override.ended', targetType: 'answering_override', targetId: ended.id };
    recordAudit(em, { ctx, auth }, { ...entry, before: inAudit(ended) });
    afterCommit(() => deps.directory.refresh());
  },
);
