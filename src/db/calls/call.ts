import { defineEntity, p } from '@mikro-orm/postgresql';
import { callDirections, callOutcomes, callStatuses, type OutcomeReason } from '../../domain/calls/observation.ts';
import type { CallFacts, Recording } from '../../domain/calls/facts.ts';
import type { Contribution } from '../../domain/usage/metrics.ts';
import { callProviders } from '../../domain/providers.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { uuidV7 } from '../core/uuid.ts';
import { createdMoment, updatedMoment } from '../core/timestamps.ts';
import { isOpenSql } from './openCalls.ts';

/**
 * SQL for when a call happened: it counts from when we heard of it where no provider said when it began. Not `coalesce`:
 * under row level security PostgreSQL looks such a condition up in no index, as it might leak.
 */
export const callTime = 'case when started_at is null then created_at else started_at end';

const CallSchema = defineEntity({
  name: 'Call',
  tableName: 'calls',
  ...tenantScoped,
  uniques: [{ properties: ['tenantId', 'externalCallId'] }],
  indexes: [
    { name: 'calls_by_caller', properties: ['tenantId', 'from'] },
    { name: 'calls_by_callee', properties: ['tenantId', 'to'] },
    { name: 'calls_open', expression: `create index calls_open on calls (tenant_id, created_at) where ${isOpenSql}` },
    {
      name: 'calls_by_time',
      expression: `create index calls_by_time on calls (tenant_id, (${callTime}), id)`,
    },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    externalCallId: p.text(),
    provider: p.enum(callProviders),
    direction: p.enum(callDirections),
    status: p.enum(callStatuses),
    outcome: p.enum(callOutcomes).fieldName('outcome_type').strictNullable(),
    /** Who says so, such as `carrier.voicemail`; null for calls that ended before it was kept. */
    outcomeReason: p.text().$type<OutcomeReason>().strictNullable(),
    aiHandled: p.boolean().default(false),
    from: p.text().fieldName('from_number').strictNullable(),
    to: p.text().fieldName('to_number').strictNullable(),
    startedAt: p.datetime().strictNullable(),
    answeredAt: p.datetime().strictNullable(),
    endedAt: p.datetime().strictNullable(),
    durationSeconds: p.integer().strictNullable(),
    billedMinutes: p.integer().strictNullable(),
    /** US cents, four decimals. */
    providerCostCents: p.decimal('number').precision(14).scale(4).strictNullable(),
    transcript: p.text().strictNullable(),
    summary: p.text().strictNullable(),
    structuredData: p.json<Record<string, unknown>>().strictNullable(),
    endedReason: p.text().strictNullable(),
    assistantCallId: p.text().strictNullable(),
    recordings: p.json<(Recording & { recordingId: string })[]>().defaultRaw(`'[]'`),
    /** What the columns above are derived from; late events are joined into it. */
    facts: p.json<CallFacts>().hidden(),
    /** What its day was counted with, so that exactly this is taken back when a late event changes it. */
    counted: p.json<Contribution>().hidden().strictNullable(),
    createdAt: createdMoment(),
    updatedAt: updatedMoment(),
    /** When the workflow had settled it and its day was counted. */
    closedAt: p.datetime().strictNullable(),
  },
});

/** One phone call, whichever providers saw it. */
export class Call extends CallSchema.class {}
CallSchema.setClass(Call);
