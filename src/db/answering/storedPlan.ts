import { defineEntity, p } from '@mikro-orm/postgresql';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import { tenantScoped } from '../core/tenancy.ts';
import { createdMoment, updatedMoment } from '../core/timestamps.ts';
import { uuidV7 } from '../core/uuid.ts';

const StoredPlanSchema = defineEntity({
  name: 'StoredPlan',
  tableName: 'answering_plans',
  ...tenantScoped,
  indexes: [
    {
      name: 'answering_plans_number_unique',
      expression:
        'create unique index answering_plans_number_unique on answering_plans (tenant_id, number) nulls not distinct',
    },
  ],
  properties: {
    id: p.uuid().primary().onCreate(uuidV7),
    tenantId: p.uuid(),
    /**
     * The called number (E.164) whose calls are answered like this; null: all that have no plan of their own. Not the id of its
     * row: a number keeps its plan when it moves to another carrier, or comes back.
     */
    number: p.string().length(16).strictNullable(),
    /** What is being written; calls are answered by versions only. */
    draft: p.json<AnsweringPlan>(),
    /** The version that answers; null: not published, or withdrawn. */
    currentVersion: p.integer().strictNullable(),
    /** Its latest version: the next one has the number after it. */
    latestVersion: p.integer().default(0),
    createdAt: createdMoment(),
    /** By this the processes of the API notice another version. */
    updatedAt: updatedMoment(),
  },
});

/** How the calls of one number, or of all, are answered: its draft, and which version holds. */
export class StoredPlan extends StoredPlanSchema.class {}
StoredPlanSchema.setClass(StoredPlan);
