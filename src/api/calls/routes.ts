import type { FilterQuery } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { Call, callTime } from '../../db/entities.ts';
import { contactOf } from '../../db/contacts/queries.ts';
import { callDirections, callOutcomes, callStatuses } from '../../domain/calls/observation.ts';
import { callProviders } from '../../domain/providers.ts';
import { AppError } from '../../errors.ts';
import { contains, searchIn } from '../routing/contains.ts';
import { DateRange } from '../routing/dateRange.ts';
import { defineList } from '../routing/lists/defineList.ts';
import { defineRoute } from '../routing/route.ts';
import { withinRange } from '../routing/tenantRange.ts';
import { timelineOf } from './timeline.ts';
import { CallDetail, CallView, exampleCall, exampleCallDetail } from './view.ts';
import { listOf, yesOrNo } from '../http/fields.ts';

const oneOf = (field: 'status' | 'outcome' | 'direction' | 'provider', words: readonly string[] | undefined) =>
  words && words.length > 0 ? [{ [field]: { $in: words } } as FilterQuery<Call>] : [];

export const [listCalls, exportCalls] = defineList(
  {
    path: '/dashboard/calls',
    permission: 'calls:read',
    plural: 'calls',
    operations: ['listCalls', 'exportCalls'],
    description: 'Newest first, by when they began.',
    tags: ['Calls'],
    filters: {
      ...DateRange,
      status: listOf(callStatuses, 'Status of the call'),
      outcome: listOf(callOutcomes, 'Outcome of the call'),
      direction: listOf(callDirections, 'Direction of the call'),
      provider: listOf(callProviders, 'Provider of the call'),
      aiHandled: yesOrNo.optional().describe('Whether the assistant talked with the caller'),
      search: searchIn('a number, id, summary or transcript'),
    },
    view: CallView,
    sorts: ['startedAt', 'endedAt', 'durationSeconds', 'providerCostCents'],
    defaultSort: '-startedAt',
    example: exampleCall,
  },
  {
    entity: Call,
    exclude: ['facts', 'transcript', 'structuredData', 'recordings'],
    sortSql: { startedAt: callTime },
    where: async ({ em, auth, query }) => [
      ...(await withinRange<Call>(em, auth.tenantId, callTime, query)),
      ...oneOf('status', query.status),
      ...oneOf('outcome', query.outcome),
      ...oneOf('direction', query.direction),
      ...oneOf('provider', query.provider),
      ...(query.aiHandled === undefined ? [] : [{ aiHandled: query.aiHandled }]),
      ...(query.search === undefined
        ? []
        : [contains<Call>(['from', 'to', 'externalCallId', 'summary', 'transcript'], query.search)]),
    ],
  },
);

const isId = (text: string): boolean => z.guid().safeParse(text).success;

export const getCall = defineRoute(
  {
    method: 'get',
    path: '/dashboard/calls/:id',
    permission: 'calls:read',
    operationId: 'getCall',
    summary: 'Get a call',
    description: 'With its transcript, recordings, analysis, and the timeline of what came in and went out.',
    tags: ['Calls'],
    params: z.object({ id: z.string().max(200).describe("Our id, or the provider's") }),
    response: CallDetail,
    fieldPermissions: { recordings: 'recordings:read', contact: 'contacts:read' },
    errors: ['resource.not_found'],
    examples: { response: exampleCallDetail },
  },
  async ({ em, params: { id } }) => {
    // A UUID can be ours as well as SignalWire's.
    const call = await em.findOne(Call, isId(id) ? { $or: [{ id }, { externalCallId: id }] } : { externalCallId: id });
    if (!call) throw new AppError('resource.not_found');
    const contact = await contactOf(em, call);
    return Object.assign({ timeline: await timelineOf(em, call), contact }, call);
  },
);
