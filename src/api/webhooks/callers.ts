import type { MikroORM } from '@mikro-orm/postgresql';
import { Contact } from '../../db/entities.ts';
import { tenantEm } from '../../db/core/tenancy.ts';
import { within } from '../../deadline.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { Logger } from '../../logger.ts';
import type { Caller } from '../../providers/provider.ts';

/** A caller waits on the line: without PostgreSQL the assistant greets a stranger. */
const deadlineMs = 200;

const freshMs = 60_000;

/** More callers than these do not call within a minute. */
const maxRemembered = 5_000;

/** Whom a tenant knows by their number, for answers that a caller waits for. */
export class Callers {
  readonly #orm: MikroORM;
  readonly #logger: Logger;
  /** In the order in which they were asked for: the first is the oldest. */
  readonly #known = new Map<string, { caller: Promise<Caller | undefined>; until: number }>();

  constructor({ orm, logger }: { orm: MikroORM; logger: Logger }) {
    this.#orm = orm;
    this.#logger = logger;
  }

  /** Undefined where no contact has the number, or where the answer takes longer than a caller should wait. */
  async find(tenantId: TenantId, number: string): Promise<Caller | undefined> {
    const key = `${tenantId}/${number}`;
    const known = this.#known.get(key);
    if (known && known.until > Date.now()) return known.caller;
    const caller = this.#read(tenantId, number).catch((error: unknown) => {
      this.#known.delete(key);
      this.#logger.warn({ err: error, tenantId }, 'a caller could not be looked up');
      return undefined;
    });
    this.#known.delete(key);
    this.#known.set(key, { caller, until: Date.now() + freshMs });
    if (this.#known.size > maxRemembered) this.#known.delete(this.#known.keys().next().value ?? key);
    return caller;
  }

  async #read(tenantId: TenantId, number: string): Promise<Caller | undefined> {
    const found = tenantEm(this.#orm, tenantId).findOne(Contact, { number });
    const contact = await within(deadlineMs, 'the look for a caller', found);
    return contact ? { name: contact.name, language: contact.language } : undefined;
  }
}
