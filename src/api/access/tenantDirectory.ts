import type { MikroORM } from '@mikro-orm/postgresql';
import { Integration, PhoneNumber, PlanVersion, Tenant } from '../../db/entities.ts';
import { within } from '../../deadline.ts';
import { overrideAt, type AnsweringOverride } from '../../domain/answering/override.ts';
import { unsealIntegration } from '../../db/tenants/integrations.ts';
import type { KeyRing } from '../../db/core/sealing.ts';
import { systemEm, tenantEm } from '../../db/core/tenancy.ts';
import type { TenantId } from '../../domain/ids.ts';
import { carriers, type Carrier, type ProviderName } from '../../domain/providers.ts';
import { AppError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import type { IntegrationSettings } from '../../providers/provider.ts';
import { PublishedPlans, type Published } from './publishedPlans.ts';

export interface TenantEntry {
  tenant: { id: TenantId; slug: string; name: string };
  settings: Partial<IntegrationSettings>;
}

const freshMs = 5_000;
/** Clocks of several hosts differ; rows changed within this time are read again. */
const overlapMs = 60_000;
/** A caller waits while an earlier version of a plan is read. */
const earlierVersionMs = 300;

/**
 * All tenants with their opened credentials, and how they answer their phones, in memory: a webhook is verified and answered
 * without a query, also while PostgreSQL is down. Asks for what changed every few seconds.
 */
export class TenantDirectory {
  readonly #orm: MikroORM;
  readonly #keys: KeyRing;
  readonly #logger: Logger;
  readonly #entries = new Map<TenantId, TenantEntry>();
  readonly #bySlug = new Map<string, TenantEntry>();
  /** By the id of the row, without those that were released. */
  readonly #numbers = new Map<string, Pick<PhoneNumber, 'tenantId' | 'carrier' | 'number'>>();
  #byNumber = new Map<string, TenantEntry[]>();
  #numbersOf = new Map<TenantId, string[]>();
  readonly #plans = new PublishedPlans();
  #readAt = 0;
  #reading: Promise<void> | undefined;

  constructor(orm: MikroORM, keys: KeyRing, logger: Logger) {
    this.#orm = orm;
    this.#keys = keys;
    this.#logger = logger;
  }

  /** @param provider whose settings are needed: without them nothing is known yet. */
  async bySlug(slug: string, provider: ProviderName): Promise<TenantEntry | undefined> {
    await this.#freshen(this.#bySlug.get(slug)?.settings[provider] !== undefined);
    return this.#bySlug.get(slug);
  }

  /** The tenants that have the number with this carrier, more than one where it is contested; only a signature proves it. */
  async byNumber(carrier: Carrier, number: string): Promise<TenantEntry[]> {
    const key = `${carrier}/${number}`;
    await this.#freshen(this.#byNumber.has(key));
    return this.#byNumber.get(key) ?? [];
  }

  /** The tenant's accounts with providers, opened. */
  settingsOf(tenantId: TenantId): Partial<IntegrationSettings> {
    return this.#entries.get(tenantId)?.settings ?? {};
  }

  /** E.164. What the tenant answers, at all its carriers. */
  numbersOf(tenantId: TenantId): readonly string[] {
    return this.#numbersOf.get(tenantId) ?? [];
  }

  /** The exception to the tenant's plans that holds at a moment. */
  overrideAt(tenantId: TenantId, at: Date): AnsweringOverride | undefined {
    return overrideAt(this.#plans.overrideOf(tenantId), at);
  }

  /** The plan that answers calls to a number; undefined where the tenant has published none for it. */
  currentPlan(tenantId: TenantId, called: string | undefined): Published | undefined {
    return this.#plans.for(tenantId, called);
  }

  /** The version with which a call began; undefined where it cannot be read in time. */
  async planVersion(tenantId: TenantId, versionId: string): Promise<Published | undefined> {
    const known = this.#plans.byId(tenantId, versionId);
    if (known) return known;
    try {
      const reading = tenantEm(this.#orm, tenantId).findOne(PlanVersion, { id: versionId });
      const row = await within(earlierVersionMs, 'an earlier version of a plan', reading);
      if (!row) return undefined;
      const version = { id: row.id, plan: row.plan };
      this.#plans.remember(tenantId, version);
      return version;
    } catch (error) {
      this.#logger.warn({ err: error, tenantId }, 'a call goes on with the current plan, since its own cannot be read');
      return undefined;
    }
  }

  /** Settings were changed here: the next webhook must know. */
  async refresh(): Promise<void> {
    // A reading under way may have begun before the change. Those that wait with us share the next one.
    await this.#reading?.catch(() => undefined);
    await this.#read();
  }

  /**
   * What is known may be a few seconds old; what is not known is looked up now.
   * @throws AppError `service.unavailable` when it cannot be: a tenant that we have not heard of may exist.
   */
  async #freshen(known: boolean): Promise<void> {
    if (known && Date.now() - this.#readAt < freshMs) return;
    const reading = (known ? this.#read() : this.refresh()).catch((error: unknown) => {
      this.#logger.warn({ err: error }, 'tenants could not be read; going on with what is known');
      if (!known) throw new AppError('service.unavailable', undefined, { cause: error });
    });
    if (!known) await reading;
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readChanges().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readChanges(): Promise<void> {
    const startedAt = Date.now();
    const since = new Date(this.#entries.size === 0 ? 0 : this.#readAt - overlapMs);
    // SYSTEM: the slug or the called number is how we learn the tenant.
    const em = systemEm(this.#orm);
    const tenants = await em.find(Tenant, { updatedAt: { $gte: since } });
    const integrations = await em.find(Integration, { updatedAt: { $gte: since } });
    // After the settings: numbers that were moved out of them since are here.
    const numbers = await em.find(PhoneNumber, { updatedAt: { $gte: since } });
    const plans = await this.#plans.readChanges(em, since);
    // From here on without a pause: no webhook sees a tenant before its settings.
    for (const { id, slug, name } of tenants) {
      const entry = { tenant: { id, slug, name }, settings: this.#entries.get(id)?.settings ?? {} };
      this.#entries.set(id, entry);
      this.#bySlug.set(slug, entry);
    }
    for (const integration of integrations) this.#open(integration);
    for (const row of numbers) {
      if (row.status === 'released') this.#numbers.delete(row.id);
      else this.#numbers.set(row.id, row);
    }
    this.#indexNumbers();
    this.#plans.apply(plans);
    this.#readAt = startedAt;
  }

  #open(integration: Integration): void {
    const entry = this.#entries.get(integration.tenantId);
    if (!entry) return;
    try {
      Object.assign(entry.settings, { [integration.kind]: unsealIntegration(this.#keys, integration) });
    } catch (error) {
      // One tenant's unreadable secret must not stop the phones of the others.
      this.#logger.error(
        { err: error, tenantId: integration.tenantId, kind: integration.kind },
        'settings cannot be opened',
      );
    }
  }

  #indexNumbers(): void {
    const index = new Map<string, Set<TenantEntry>>();
    const numbers = new Map<TenantId, Set<string>>();
    const add = (carrier: Carrier, number: string, entry: TenantEntry): void => {
      const key = `${carrier}/${number}`;
      index.set(key, (index.get(key) ?? new Set()).add(entry));
      const { id } = entry.tenant;
      numbers.set(id, (numbers.get(id) ?? new Set()).add(number));
    };
    for (const { tenantId, carrier, number } of this.#numbers.values()) {
      const entry = this.#entries.get(tenantId);
      if (entry) add(carrier, number, entry);
    }
    // Where `moveNumbers` has not come by yet.
    for (const entry of this.#entries.values())
      for (const carrier of carriers)
        for (const number of entry.settings[carrier]?.phoneNumbers ?? []) add(carrier, number, entry);
    this.#byNumber = new Map([...index].map(([key, entries]) => [key, [...entries]]));
    this.#numbersOf = new Map([...numbers].map(([id, own]) => [id, [...own]]));
  }
}
