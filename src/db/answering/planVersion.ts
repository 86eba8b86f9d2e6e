import { defineEntity, p } from '@mikro-orm/postgresql';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { createdMoment } from '../core/timestamps.ts';
import { uuidV7 } from '../core/uuid.ts';

const PlanVersionSchema = defineEntity({
  name: 'PlanVersion',
  tableName: 'answering_versions',
  ...tenantScoped,
  uniques: [{ properties: ['tenantId', 'planId', 'version'], name: 'answering_versions_version_unique' }],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    planId: p.uuid(),
    /** From 1, within its plan. */
    version: p.integer(),
    plan: p.json<AnsweringPlan>(),
    /** Why it was published. */
    note: p.text().default(''),
    /** The version that was published anew. */
    copyOf: p.integer().strictNullable(),
    publishedById: p.text().strictNullable(),
    /** As it was then: an e-mail address, a key's name. */
    publishedByName: p.text().strictNullable(),
    publishedAt: createdMoment(),
  },
});

/** A plan as it was published. Never changed: a call goes on with the version that it began with. */
export class PlanVersion extends PlanVersionSchema.class {}
PlanVersionSchema.setClass(PlanVersion);
