import type { EntityManager } from '@mikro-orm/postgresql';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import { PlanVersion } from './planVersion.ts';
import type { StoredPlan } from './storedPlan.ts';

/** Who publishes, and why. */
export interface Publication {
  by: { id: string | null; name: string | null };
  note: string;
  /** The version that is published anew. */
  copyOf?: number;
}

/**
 * Makes a version of the plan, which answers calls from now on; calls in progress go on with theirs.
 * @param em within a transaction that holds a lock on `stored`; the caller flushes.
 */
export const publishVersion = (
  em: EntityManager,
  stored: StoredPlan,
  plan: AnsweringPlan,
  { by, note, copyOf }: Publication,
): PlanVersion => {
  stored.latestVersion += 1;
  stored.currentVersion = stored.latestVersion;
  const version = em.create(PlanVersion, {
    tenantId: stored.tenantId,
    planId: stored.id,
    version: stored.latestVersion,
    plan,
    note,
    copyOf: copyOf ?? null,
    publishedById: by.id,
    publishedByName: by.name,
  });
  em.persist(version);
  return version;
};
