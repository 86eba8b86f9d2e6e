import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { examplePlan } from '../../contract/answering/examplePlan.ts';
import { AnsweringPlanSchema } from '../../contract/answering/plan.ts';
import { inE164 } from '../../contract/calls/phoneNumber.ts';
import { publishVersion } from '../../db/answering/publish.ts';
import { PhoneNumber, PlanVersion, StoredPlan } from '../../db/entities.ts';
import { differencesOf } from '../../domain/answering/differences.ts';
import { refusal } from '../../errors.ts';
import { ById } from '../http/fields.ts';
import { checkIfMatch } from '../http/ifMatch.ts';
import { invalidField } from '../http/input.ts';
import { recordAudit } from '../routing/audit.ts';
import { defineRoute } from '../routing/route.ts';
import { assertAnswers } from './faults.ts';
import {
  examplePlanSummary,
  exampleStoredPlan,
  exampleVersion,
  PlanSummary,
  PlanView,
  presentPlan,
  presentVersion,
  VersionView,
} from './view.ts';

const tags = ['Answering'];

/** In the audit log. */
export const planTarget = ({ id }: Pick<StoredPlan, 'id'>) => ({ targetType: 'answering_plan', targetId: id });

export const Note = z
  .string()
  .normalize('NFC')
  .trim()
  .max(500)
  .default('')
  .describe('Why: the team reads it in the list');

export const lockedPlan = (em: EntityManager, id: string): Promise<StoredPlan> =>
  em.findOneOrFail(StoredPlan, id, { lockMode: LockMode.PESSIMISTIC_WRITE });

const currentOf = (em: EntityManager, { id, currentVersion }: StoredPlan): Promise<PlanVersion | null> =>
  currentVersion === null
    ? Promise.resolve(null)
    : em.findOneOrFail(PlanVersion, { planId: id, version: currentVersion });

const present = async (em: EntityManager, stored: StoredPlan) => presentPlan(stored, await currentOf(em, stored));

export const listPlans = defineRoute(
  {
    method: 'get',
    path: '/dashboard/answering/plans',
    permission: 'answering:read',
    operationId: 'listAnsweringPlans',
    summary: 'List the answering plans',
    description: 'First the one for all numbers, then those of single numbers, which outrank it.',
    tags,
    response: z.object({ data: z.array(PlanSummary) }),
    examples: { response: { data: [examplePlanSummary] } },
  },
  async ({ em }) => {
    const order = { number: 'asc nulls first' } as const;
    const data = await em.find(StoredPlan, {}, { orderBy: order, exclude: ['draft'] });
    return { data };
  },
);

export const getPlan = defineRoute(
  {
    method: 'get',
    path: '/dashboard/answering/plans/:id',
    permission: 'answering:read',
    operationId: 'getAnsweringPlan',
    summary: 'Get an answering plan',
    description: 'Its draft, and the version that answers.',
    tags,
    params: ById,
    response: PlanView,
    errors: ['resource.not_found'],
    examples: { response: exampleStoredPlan },
  },
  async ({ em, params }) => present(em, await em.findOneOrFail(StoredPlan, params.id)),
);

const assertOwn = async (em: EntityManager, number: string | null): Promise<void> => {
  if (number === null) return;
  const found = await em.count(PhoneNumber, { number, status: { $ne: 'released' } });
  if (found === 0) throw invalidField('body.number', 'number.foreign');
};

export const createPlan = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/answering/plans',
    permission: 'answering:write',
    operationId: 'createAnsweringPlan',
    summary: 'Create an answering plan',
    description: 'For all numbers, or for one of them. It is a draft: calls are answered by it once it is published.',
    tags,
    status: 201,
    body: z.object({
      number: inE164(z.string().trim())
        .nullable()
        .default(null)
        .describe('One of your own numbers, whose calls it answers; null: all that have no plan of their own'),
      draft: AnsweringPlanSchema,
    }),
    response: PlanView,
    errors: ['answering.plan_exists'],
    examples: {
      body: { number: null, draft: examplePlan },
      response: { ...exampleStoredPlan, currentVersion: null, latestVersion: 0, current: null },
    },
  },
  async ({ em, ctx, auth, body }) => {
    await assertOwn(em, body.number);
    const stored = em.create(StoredPlan, { tenantId: auth.tenantId, currentVersion: null, ...body });
    await em.persist(stored).flush();
    const entry = { action: 'answering_plan.created', ...planTarget(stored), after: { number: body.number } };
    recordAudit(em, { ctx, auth }, entry);
    return presentPlan(stored, null);
  },
);

export const saveDraft = defineRoute(
  {
    method: 'patch',
    writes: true,
    path: '/dashboard/answering/plans/:id',
    permission: 'answering:write',
    operationId: 'saveAnsweringDraft',
    summary: 'Save the draft of an answering plan',
    description: 'Replaces all of it. With `If-Match` it overwrites no other. Calls are answered as before.',
    tags,
    params: ById,
    body: z.object({ draft: AnsweringPlanSchema }),
    response: PlanView,
    errors: ['resource.not_found', 'resource.changed'],
    examples: { body: { draft: examplePlan }, response: exampleStoredPlan },
  },
  async ({ em, ctx, auth, params, body }) => {
    const stored = await lockedPlan(em, params.id);
    checkIfMatch(ctx, PlanView.parse(await present(em, stored)));
    const changed = differencesOf(stored.draft, body.draft).map(({ path }) => path);
    stored.draft = body.draft;
    await em.flush();
    const entry = { action: 'answering_plan.draft_saved', ...planTarget(stored), after: { changed } };
    if (changed.length > 0) recordAudit(em, { ctx, auth }, entry);
    return present(em, stored);
  },
);

export const publishPlan = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/answering/plans/:id/publish',
    permission: 'answering:write',
    operationId: 'publishAnsweringPlan',
    summary: 'Publish the draft of an answering plan',
    description:
      'It becomes the next version, and answers calls within seconds. A call in progress goes on with the version that it began with. Refused for a plan that would leave a caller without an answer. With `If-Match` it publishes what was read, and nothing else.',
    tags,
    status: 201,
    params: ById,
    body: z.object({ note: Note }),
    response: VersionView,
    errors: ['resource.not_found', 'resource.changed', 'answering.faulty'],
    examples: { body: { note: exampleVersion.note }, response: exampleVersion },
  },
  async (request) => {
    const { deps, em, ctx, auth, params, body, afterCommit } = request;
    const { note } = body;
    const stored = await lockedPlan(em, params.id);
    checkIfMatch(ctx, PlanView.parse(await present(em, stored)));
    await assertAnswers(request, stored.draft);
    const version = publishVersion(em, stored, stored.draft, { by: auth.actor, note });
    await em.flush();
    const after = { version: version.version, note };
    recordAudit(em, { ctx, auth }, { action: 'answering_plan.published', ...planTarget(stored), after });
    afterCommit(() => deps.directory.refresh());
    return presentVersion(version);
  },
);

export const withdrawPlan = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/answering/plans/:id/withdraw',
    permission: 'answering:write',
    operationId: 'withdrawAnsweringPlan',
    summary: 'Withdraw an answering plan',
    description:
      'It answers no new call any more: those of its number are answered by the plan for all numbers, those of all numbers as without a plan. Draft and versions stay.',
    tags,
    params: ById,
    response: PlanView,
    errors: ['resource.not_found', 'resource.conflict'],
    examples: { response: { ...exampleStoredPlan, currentVersion: null, current: null } },
  },
  async ({ deps, em, ctx, auth, params, afterCommit }) => {
    const stored = await lockedPlan(em, params.id);
    const { currentVersion } = stored;
    if (currentVersion === null) throw refusal('plan.not_published');
    stored.currentVersion = null;
    const entry = { action: 'answering_plan.withdrawn', ...planTarget(stored), before: { version: currentVersion } };
    recordAudit(em, { ctx, auth }, entry);
    afterCommit(() => deps.directory.refresh());
    return presentPlan(stored, null);
  },
);
