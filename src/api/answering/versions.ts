import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { publishVersion } from '../../db/answering/publish.ts';
import { PlanVersion, StoredPlan } from '../../db/entities.ts';
import { differencesOf } from '../../domain/answering/differences.ts';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import { refusal } from '../../errors.ts';
import { ById, Id } from '../http/fields.ts';
import { recordAudit } from '../routing/audit.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { defineRoute } from '../routing/route.ts';
import { assertAnswers } from './faults.ts';
import { lockedPlan, Note, planTarget } from './plans.ts';
import {
  DifferenceView,
  exampleVersion,
  exampleVersionSummary,
  presentSummary,
  presentVersion,
  VersionSummary,
  VersionView,
} from './view.ts';

const tags = ['Answering'];

const VersionNumber = z.coerce.number({ error: 'Expected the number of a version' }).int().min(1).max(2_147_483_647);

const ByVersion = z.object({ id: Id.describe('Id of the plan'), version: VersionNumber.describe('Its number') });

export const [listVersions, exportVersions] = defineList(
  {
    path: '/dashboard/answering/plans/:id/versions',
    permission: 'answering:read',
    plural: 'answering versions',
    operations: ['listAnsweringVersions', 'exportAnsweringVersions'],
    description: 'What was published, newest first.',
    tags,
    params: ById,
    errors: ['resource.not_found'],
    view: VersionSummary,
    sorts: ['version'],
    defaultSort: '-version',
    example: exampleVersionSummary,
  },
  {
    entity: PlanVersion,
    exclude: ['plan'],
    where: async ({ em, params }) => {
      const { id } = await em.findOneOrFail(StoredPlan, params.id, { fields: ['id'] });
      return [{ planId: id }];
    },
    present: (versions) => versions.map(presentSummary),
  },
);

const findVersion = (em: EntityManager, planId: string, version: number): Promise<PlanVersion> =>
  em.findOneOrFail(PlanVersion, { planId, version });

export const getVersion = defineRoute(
  {
    method: 'get',
    path: '/dashboard/answering/plans/:id/versions/:version',
    permission: 'answering:read',
    operationId: 'getAnsweringVersion',
    summary: 'Get a version of an answering plan',
    tags,
    params: ByVersion,
    response: VersionView,
    errors: ['resource.not_found'],
    examples: { response: exampleVersion },
  },
  async ({ em, params: { id, version } }) => presentVersion(await findVersion(em, id, version)),
);

const Side = z.union([z.literal('draft'), VersionNumber]);

const planAt = async (em: EntityManager, stored: StoredPlan, side: 'draft' | number): Promise<AnsweringPlan> =>
  side === 'draft' ? stored.draft : (await findVersion(em, stored.id, side)).plan;

export const comparePlans = defineRoute(
  {
    method: 'get',
    path: '/dashboard/answering/plans/:id/diff',
    permission: 'answering:read',
    operationId: 'compareAnsweringVersions',
    summary: 'Compare two versions of an answering plan',
    description: 'Each place in which they differ, once, at the smallest part that both have.',
    tags,
    params: ById,
    query: z.object({
      from: Side.optional().describe('A version, or `draft`. Default: the version that answers'),
      to: Side.default('draft').describe('A version, or `draft`'),
    }),
    response: z.object({ differences: z.array(DifferenceView) }),
    errors: ['resource.not_found', 'resource.conflict'],
    examples: { response: { differences: [{ path: 'hours.monday.0.from', before: '08:00', after: '07:30' }] } },
  },
  async ({ em, params, query: { from, to } }) => {
    const stored = await em.findOneOrFail(StoredPlan, params.id);
    const side = from ?? stored.currentVersion;
    if (side === null) throw refusal('plan.not_published');
    return { differences: differencesOf(await planAt(em, stored, side), await planAt(em, stored, to)) };
  },
);

export const publishVersionAgain = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/answering/plans/:id/versions/:version/publish',
    permission: 'answering:write',
    operationId: 'publishAnsweringVersionAgain',
    summary: 'Publish an earlier version of an answering plan again',
    description: 'Rolls back: the version becomes the next one, and the draft stays as it is. Refused like a draft.',
    tags,
    status: 201,
    params: ByVersion,
    body: z.object({ note: Note }),
    response: VersionView,
    errors: ['resource.not_found', 'answering.faulty'],
    examples: {
      body: { note: 'Comme avant' },
      response: { ...exampleVersion, version: 3, copyOf: 1, note: 'Comme avant' },
    },
  },
  async (request) => {
    const { deps, em, ctx, auth, params, body, afterCommit } = request;
    const { id, version: copyOf } = params;
    const { note } = body;
    const stored = await lockedPlan(em, id);
    const { plan } = await findVersion(em, id, copyOf);
    await assertAnswers(request, plan);
    const version = publishVersion(em, stored, plan, { by: auth.actor, note, copyOf });
    await em.flush();
    const after = { version: version.version, copyOf, note };
    recordAudit(em, { ctx, auth }, { action: 'answering_plan.published', ...planTarget(stored), after });
    afterCommit(() => deps.directory.refresh());
    return presentVersion(version);
  },
);
