import { z } from 'zod';
import { examplePlan } from '../../contract/answering/examplePlan.ts';
import { AnsweringPlanSchema } from '../../contract/answering/plan.ts';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import { overrideKinds, overrideSources } from '../../domain/answering/override.ts';
import type { PlanVersion, StoredOverride, StoredPlan } from '../../db/entities.ts';
import { Id, Instant } from '../http/fields.ts';

const version = {
  version: z.int().describe('From 1, within its plan'),
  note: z.string(),
  copyOf: z.int().nullable().describe('The version that was published anew'),
  publishedBy: z.string().nullable().describe('As it was then: an e-mail address, the name of a key'),
  publishedAt: Instant,
};

export const VersionSummary = z
  .object(version)
  .meta({ id: 'AnsweringVersionSummary', description: 'A plan that was published' });

export const VersionView = z
  .object({ ...version, plan: AnsweringPlanSchema })
  .meta({ id: 'AnsweringVersion', description: 'A plan as it was published; it never changes' });

const plan = {
  id: Id,
  number: z.string().nullable().describe('The called number; null: all that have no plan of their own'),
  currentVersion: z.int().nullable().describe('Answers calls; null: not published, or withdrawn'),
  latestVersion: z.int().describe('0 until it is published'),
  createdAt: Instant,
  updatedAt: Instant,
};

export const PlanSummary = z
  .object(plan)
  .meta({ id: 'AnsweringPlanSummary', description: 'How the calls of a number, or of all, are answered' });

export const PlanView = z
  .object({
    ...plan,
    draft: AnsweringPlanSchema.describe('What is being written'),
    current: VersionView.nullable().describe('What answers'),
  })
  .meta({ id: 'StoredAnsweringPlan', description: 'A plan: its draft, and the version that answers' });

export const OverrideView = z
  .object({
    id: Id,
    kind: z.enum(overrideKinds),
    number: z.string().nullable().describe('Who gets all calls; null unless the kind is `all-to`'),
    until: Instant.describe('It ends by itself then'),
    reason: z.string(),
    source: z.enum(overrideSources),
    setBy: z.string().nullable().describe('As it was then: an e-mail address, the name of a key'),
    createdAt: Instant,
  })
  .meta({ id: 'AnsweringOverride', description: 'An exception to all plans that ends by itself' });

export const DifferenceView = z
  .object({
    path: z.string().describe('Dotted: `steps.menu.choices.1`; a special day goes by its date'),
    before: z.unknown().optional().describe('Absent where there was nothing'),
    after: z.unknown().optional().describe('Absent where there is nothing any more'),
  })
  .meta({ id: 'AnsweringDifference', description: 'One place in which two plans differ' });

/** A plan as the schema types it, which knows no lists that are only read. */
const written = (of: AnsweringPlan) => of as z.input<typeof AnsweringPlanSchema>;

export const presentSummary = (row: PlanVersion) => Object.assign({}, row, { publishedBy: row.publishedByName });

export const presentVersion = (row: PlanVersion) => Object.assign(presentSummary(row), { plan: written(row.plan) });

export const presentPlan = (row: StoredPlan, current: PlanVersion | null) =>
  Object.assign({}, row, { draft: written(row.draft), current: current && presentVersion(current) });

export const presentOverride = (row: StoredOverride) => Object.assign({}, row, { setBy: row.setByName });

export const exampleVersionSummary = {
  version: 1,
  note: 'Heures d’hiver',
  copyOf: null,
  publishedBy: 'olivia@example.com',
  publishedAt: '2026-01-12T09:00:00.000Z',
};

export const exampleVersion = { ...exampleVersionSummary, plan: examplePlan };

export const examplePlanSummary = {
  id: '019b7c3e-0000-7000-8000-0000000000a0',
  number: null,
  currentVersion: 1,
  latestVersion: 1,
  createdAt: '2026-01-10T14:00:00.000Z',
  updatedAt: '2026-01-12T09:00:00.000Z',
};

export const exampleStoredPlan = { ...examplePlanSummary, draft: examplePlan, current: exampleVersion };

export const exampleOverride = {
  id: '019b7c3e-0000-7000-8000-0000000000b0',
  kind: 'closed',
  number: null,
  until: '2026-01-15T19:00:00.000Z',
  reason: 'Dégât d’eau au bureau',
  source: 'user',
  setBy: 'olivia@example.com',
  createdAt: '2026-01-15T14:00:00.000Z',
};
