import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { examplePlan } from '../../contract/answering/examplePlan.ts';
import { FaultView } from '../../contract/answering/fault.ts';
import { AnsweringPlanSchema } from '../../contract/answering/plan.ts';
import { PhoneNumber } from '../../db/entities.ts';
import type { Fault } from '../../domain/answering/fault.ts';
import { findFaults } from '../../domain/answering/faults.ts';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import { AppError } from '../../errors.ts';
import type { RequestFor } from '../routing/route.ts';
import { defineRoute } from '../routing/route.ts';
import { assistantSipUri } from '../webhooks/assistantSipUri.ts';

/** Who asks, and what is known of them. */
type Asking = Pick<RequestFor<'answering:read', unknown, unknown, unknown>, 'app' | 'deps' | 'em' | 'auth'>;

/** E.164. The tenant's own, which no plan may call. */
export const ownNumbers = async (em: EntityManager): Promise<string[]> => {
  const rows = await em.find(PhoneNumber, { status: { $ne: 'released' } }, { fields: ['number'] });
  return rows.map(({ number }) => number);
};

export const hasAssistant = ({ app, deps, auth }: Omit<Asking, 'em'>): boolean =>
  assistantSipUri(app.providers, deps.directory.settingsOf(auth.tenantId)) !== undefined;

const faultsOf = async (asking: Asking, plan: AnsweringPlan): Promise<Fault[]> =>
  findFaults(plan, { circularNumbers: await ownNumbers(asking.em), hasAssistant: hasAssistant(asking) });

/** @throws AppError `answering.faulty`, with all that is wrong: such a plan would leave callers without an answer. */
export const assertAnswers = async (asking: Asking, plan: AnsweringPlan): Promise<void> => {
  const faults = await faultsOf(asking, plan);
  if (faults.length > 0) throw new AppError('answering.faulty', { faults });
};

export const checkPlan = defineRoute(
  {
    method: 'post',
    path: '/dashboard/answering/check',
    permission: 'answering:read',
    operationId: 'checkAnsweringPlan',
    summary: 'Check an answering plan',
    description:
      'Whether every caller gets an answer, at every hour, whatever fails: what would be refused if it were published. Nothing is kept.',
    tags: ['Answering'],
    body: z.object({ draft: AnsweringPlanSchema }),
    response: z.object({ faults: z.array(FaultView).describe('None: it can be published') }),
    examples: { body: { draft: examplePlan }, response: { faults: [] } },
  },
  async (request) => ({ faults: await faultsOf(request, request.body.draft) }),
);
