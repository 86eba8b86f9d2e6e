import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from 'koa';
import { seal, unseal, type KeyRing } from '../../db/core/sealing.ts';
import { AppError } from '../../errors.ts';
import type { Identity } from '../access/identity.ts';
import { invalidField } from '../http/input.ts';

/** Longer than any request runs: after that its process must have died. */
const leaseSeconds = 60;
/** Keys of the operator, who belongs to no tenant. */
const noTenant = '00000000-0000-0000-0000-000000000000';

const acceptable = /^[\x21-\x7e]{1,255}$/;

/** @returns the request's `Idempotency-Key`. @throws AppError `request.invalid` for one that cannot be kept. */
const readKey = (ctx: Context): string | undefined => {
  const key = ctx.get('idempotency-key');
  if (key === '' || acceptable.test(key)) return key || undefined;
  throw invalidField('header.idempotency-key', 'idempotency_key.malformed');
};

const hashOf = ({ method, url }: Context, body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([method, url, body]))
    .digest('hex');

interface Stored {
  request_hash: string;
  status: number | null;
  sealed_body: string | null;
}

/** One key of one caller. */
class KeptAnswer {
  readonly #em: EntityManager;
  readonly #keys: KeyRing;
  readonly #id: readonly [tenantId: string, actor: string, key: string];
  /** Whose lease it is: a process that was given up for dead must not finish. */
  #lease = '';

  constructor(em: EntityManager, keys: KeyRing, id: readonly [string, string, string]) {
    this.#em = em;
    this.#keys = keys;
    this.#id = id;
  }

  /** @returns whether the request is ours to run. */
  async claim(requestHash: string): Promise<boolean> {
    const [row] = await this.#em.execute<{ lease: string }[]>(
      `insert into idempotency_keys as kept (tenant_id, actor, key, request_hash, locked_until, expires_at)
       values (?, ?, ?, ?, now() + make_interval(secs => ?), now() + interval '24 hours')
       on conflict (tenant_id, actor, key) do update set request_hash = excluded.request_hash, status = null,
         sealed_body = null, locked_until = excluded.locked_until, expires_at = excluded.expires_at
       where kept.expires_at < now() or (kept.status is null and kept.locked_until < now())
       returning locked_until::text as lease`,
      [...this.#id, requestHash, leaseSeconds],
    );
    this.#lease = row?.lease ?? '';
    return row !== undefined;
  }

  /** @throws AppError when the key belongs to another request, or to one that still runs. */
  async recall(requestHash: string): Promise<{ status: number; body: unknown }> {
    const [row] = await this.#em.execute<Stored[]>(
      'select request_hash, status, sealed_body from idempotency_keys where (tenant_id, actor, key) = (?, ?, ?)',
      [...this.#id],
    );
    if (row && row.request_hash !== requestHash) throw new AppError('idempotency.key_reused');
    if (!row || row.status === null || row.sealed_body === null)
      throw new AppError('idempotency.in_progress', { retryAfterSeconds: 1 });
    return { status: row.status, body: JSON.parse(unseal(this.#keys, row.sealed_body, this.#context)) };
  }

  /** Part of the transaction that it describes. */
  async keep(tx: EntityManager, status: number, body: unknown): Promise<void> {
    const sealed = seal(this.#keys, JSON.stringify(body ?? null), this.#context);
    const kept = await tx.execute<object[]>(
      `update idempotency_keys set status = ?, sealed_body = ?
       where (tenant_id, actor, key) = (?, ?, ?) and locked_until = ?::timestamptz and status is null returning key`,
      [status, sealed, ...this.#id, this.#lease],
    );
    if (kept.length === 0) throw new AppError('idempotency.in_progress', { retryAfterSeconds: 1 });
  }

  /** Nothing was done: the request may be corrected and come again. */
  async release(): Promise<void> {
    await this.#em.execute(
      'delete from idempotency_keys where (tenant_id, actor, key) = (?, ?, ?) and locked_until = ?::timestamptz and status is null',
      [...this.#id, this.#lease],
    );
  }

  get #context(): string {
    return `idempotency ${this.#id.join(' ')}`;
  }
}

interface Attempt {
  ctx: Context;
  em: EntityManager;
  keys: KeyRing;
  /** Absent for the operator. */
  auth: Identity | undefined;
  body: unknown;
}

/**
 * Does the work in a transaction; with an `Idempotency-Key` once for all requests that repeat it within 24 hours. The
 * answer is kept in the same transaction, so that there is never one without the other. Refusals are not kept.
 */
export const inTransactionOnce = async (
  { ctx, em, keys, auth, body }: Attempt,
  work: (tx: EntityManager) => Promise<unknown>,
): Promise<unknown> => {
  const key = ctx.method === 'POST' ? readKey(ctx) : undefined;
  if (key === undefined) return em.transactional(work);

  const actor = auth ? `${auth.actor.kind}:${auth.actor.id}` : 'operator';
  const answer = new KeptAnswer(em, keys, [auth?.tenantId ?? noTenant, actor, key]);
  const requestHash = hashOf(ctx, body);
  if (!(await answer.claim(requestHash))) {
    const kept = await answer.recall(requestHash);
    ctx.status = kept.status;
    ctx.set('idempotent-replayed', 'true');
    return kept.body;
  }
  try {
    return await em.transactional(async (tx) => {
      const done = await work(tx);
      await answer.keep(tx, ctx.status, done);
      return done;
    });
  } catch (error) {
    await answer.release();
    throw error;
  }
};
