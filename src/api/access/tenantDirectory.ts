import type { MikroORM } from '@mikro-orm/postgresql';
import { Integration, PhoneNumber, Tenant } from '../../db/entities.ts';
import { unsealIntegration } from '../../db/tenants/integrations.ts';
import type { KeyRing } from '../../db/core/sealing.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import type { TenantId } from '../../domain/ids.ts';
import { carriers, type Carrier, type ProviderName } from '../../domain/providers.ts';
import { AppError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import type { IntegrationSettings } from '../../providers/provider.ts';

export interface TenantEntry {
  tenant: { id: TenantId; slug: string; name: string };
  settings: Partial<IntegrationSettings>;
}

const freshMs = 5_000;
/** Clocks of several hosts differ; rows changed within this time are read again. */
const overlapMs = 60_000;

/**
 * All tenants with their opened credentials, in memory: a webhook is verified and answered without a query, also while
 * PostgreSQL is down. Asks for what changed every few seconds.
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
    const add = (carrier: Carrier, number: string, entry: TenantEntry): void => {
      const key = `${carrier}/${number}`;
      index.set(key, (index.get(key) ?? new Set()).add(entry));
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
  }
}
