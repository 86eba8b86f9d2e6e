import type { MikroORM } from '@mikro-orm/postgresql';
import { systemEm } from '../db/core/tenancy.ts';
import { within } from '../deadline.ts';
import type { TenantId } from '../domain/ids.ts';
import type { ProviderName } from '../domain/providers.ts';
import type { Logger } from '../logger.ts';

/** A provider waits for its answer meanwhile; without PostgreSQL the webhook's own word has to do. */
const deadlineMs = 500;

/** More calls than these are not under way in one process. */
const maxRemembered = 10_000;

// What begins the ids of a call's webhooks ends at a colon, and `;` is the next letter: a range of the unique index.
const findEarlier = `
  select subject_id as "externalCallId" from webhook_events
  where tenant_id = ? and provider = ? and external_id >= ? and external_id < ? and starts_with(external_id, ?)
    and subject_kind = 'call' and subject_id is not null
  order by received_at, id limit 1`;

/** See `ParsedWebhook`. */
interface Ids {
  externalCallId?: string;
  knownAs?: string;
}

/** Settles once what a call is called here where its webhooks differ about it: the first that is stored decides. */
export class CallIdentities {
  readonly #orm: MikroORM;
  readonly #logger: Logger;
  /** In the order of their last use: the first is the oldest. */
  readonly #settled = new Map<string, Promise<string | undefined>>();

  constructor(orm: MikroORM, logger: Logger) {
    this.#orm = orm;
    this.#logger = logger;
  }

  /** The call that a webhook is about. */
  callIdOf(tenantId: TenantId, provider: ProviderName, ids: Ids): Promise<string | undefined> | string | undefined {
    const { knownAs, externalCallId } = ids;
    if (knownAs === undefined) return externalCallId;
    const key = `${tenantId}/${provider}/${knownAs}`;
    const earlier = this.#settled.get(key) ?? this.#find(tenantId, provider, knownAs);
    const settled = earlier.then((found) => found ?? externalCallId);
    this.#settled.delete(key);
    this.#settled.set(key, settled);
    void settled.then((id) => id === undefined && this.#settled.get(key) === settled && this.#settled.delete(key));
    if (this.#settled.size > maxRemembered) this.#settled.delete(this.#settled.keys().next().value ?? key);
    return settled;
  }

  async #find(tenantId: TenantId, provider: ProviderName, knownAs: string): Promise<string | undefined> {
    const [from, to] = [`${knownAs}:`, `${knownAs};`];
    try {
      // SYSTEM: the webhook's tenant was proven by its signature, and is named.
      const rows = systemEm(this.#orm).execute<{ externalCallId: string }[]>(findEarlier, [
        tenantId,
        provider,
        from,
        to,
        from,
      ]);
      return (await within(deadlineMs, 'the look at earlier webhooks', rows))[0]?.externalCallId;
    } catch (error) {
      this.#logger.warn({ err: error, provider }, 'earlier webhooks of a call could not be looked up');
      return undefined;
    }
  }
}
