import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantScoped } from '../core/tenancy.ts';

const count = () => p.integer().default(0);

const DailyMetricSchema = defineEntity({
  name: 'DailyMetric',
  tableName: 'daily_metrics',
  ...tenantScoped,
  properties: {
    tenantId: p.uuid().primary(),
    /** The day where the business is. */
    date: p.date().primary(),
    totalCalls: count(),
    inboundCalls: count(),
    outboundCalls: count(),
    aiHandledCalls: count(),
    bookedCalls: count(),
    missedCalls: count(),
    transferredCalls: count(),
    voicemailCalls: count(),
    durationSeconds: count(),
    billedMinutes: count(),
    providerCostCents: p.decimal('number').precision(16).scale(4).default(0),
  },
});

/** Sums over the calls that closed, by the day they began. */
export class DailyMetric extends DailyMetricSchema.class {}
DailyMetricSchema.setClass(DailyMetric);
