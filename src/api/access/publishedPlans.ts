import type { EntityManager } from '@mikro-orm/postgresql';
import { PlanVersion, StoredOverride, StoredPlan } from '../../db/entities.ts';
import type { AnsweringOverride } from '../../domain/answering/override.ts';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import type { TenantId } from '../../domain/ids.ts';

/** A version that answers calls. */
export interface Published {
  /** Id of the version: calls in progress are known by it. */
  id: string;
  plan: AnsweringPlan;
}

/** What has changed since it was last read. */
interface Changes {
  plans: StoredPlan[];
  /** Those that are current, by plan. */
  versions: Map<string, PlanVersion>;
  overrides: StoredOverride[];
}

/** More calls than this do not go on with different earlier versions at one time. */
const maxEarlier = 500;

const overrideOf = ({ kind, number, until }: StoredOverride): AnsweringOverride =>
  kind === 'all-to' && number !== null ? { kind, number, until } : { kind: 'closed', until };

/** The plans that answer, of all tenants, in memory, and the earlier versions with which calls in progress go on. */
export class PublishedPlans {
  /** By tenant, then by the called number; null is all that have none of their own. */
  readonly #current = new Map<TenantId, Map<string | null, Published>>();
  readonly #overrides = new Map<TenantId, { id: string; override: AnsweringOverride }>();
  /** By tenant and id; the one that was used last comes last. */
  readonly #earlier = new Map<string, Published>();

  /** @param em across tenants. */
  async readChanges(em: EntityManager, since: Date): Promise<Changes> {
    const plans = await em.find(StoredPlan, { updatedAt: { $gte: since } }, { exclude: ['draft'] });
    const answering = plans.flatMap(({ id, currentVersion }) =>
      currentVersion === null ? [] : [{ planId: id, version: currentVersion }],
    );
    const versions = answering.length === 0 ? [] : await em.find(PlanVersion, { $or: answering });
    const overrides = await em.find(StoredOverride, { updatedAt: { $gte: since } }, { orderBy: { createdAt: 'asc' } });
    return { plans: plans as StoredPlan[], versions: new Map(versions.map((row) => [row.planId, row])), overrides };
  }

  apply({ plans, versions, overrides }: Changes): void {
    for (const { id, tenantId, number } of plans) this.#replace(tenantId, number, versions.get(id));
    for (const row of overrides) {
      if (row.endedAt === null) this.#overrides.set(row.tenantId, { id: row.id, override: overrideOf(row) });
      else if (this.#overrides.get(row.tenantId)?.id === row.id) this.#overrides.delete(row.tenantId);
    }
  }

  /** The plan for a number; undefined where neither it nor all numbers have one. */
  for(tenantId: TenantId, called: string | undefined): Published | undefined {
    const plans = this.#current.get(tenantId);
    return (called === undefined ? undefined : plans?.get(called)) ?? plans?.get(null);
  }

  /** A version by its id, if it is known here. */
  byId(tenantId: TenantId, id: string): Published | undefined {
    for (const published of this.#current.get(tenantId)?.values() ?? []) if (published.id === id) return published;
    const key = `${tenantId}/${id}`;
    const earlier = this.#earlier.get(key);
    if (earlier) this.remember(tenantId, earlier);
    return earlier;
  }

  /** Keeps a version for calls that go on with it. */
  remember(tenantId: TenantId, version: Published): void {
    const key = `${tenantId}/${version.id}`;
    this.#earlier.delete(key);
    this.#earlier.set(key, version);
    const [oldest] = this.#earlier.keys();
    if (this.#earlier.size > maxEarlier && oldest !== undefined) this.#earlier.delete(oldest);
  }

  /** The override, whether its time is over or not. */
  overrideOf(tenantId: TenantId): AnsweringOverride | undefined {
    return this.#overrides.get(tenantId)?.override;
  }

  #replace(tenantId: TenantId, number: string | null, version: PlanVersion | undefined): void {
    const plans = this.#current.get(tenantId) ?? new Map<string | null, Published>();
    const former = plans.get(number);
    if (former && former.id !== version?.id) this.remember(tenantId, former);
    if (version) plans.set(number, { id: version.id, plan: version.plan });
    else plans.delete(number);
    this.#current.set(tenantId, plans);
  }
}
