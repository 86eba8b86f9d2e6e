import type { MikroORM } from '@mikro-orm/postgresql';
import { findOpenCalls, type OpenCall } from '../../db/calls/openCalls.ts';
import { tenantEm } from '../../db/core/tenancy.ts';
import type { TenantId } from '../../domain/ids.ts';
import { AppError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';

/** Follows one tenant's calls: the whole first, then what has changed since. */
export interface Watcher {
  begin(calls: OpenCall[]): void;
  /** Calls that are new or have changed, and the ids of those that are over. */
  change(changed: OpenCall[], over: string[]): void;
  /** The process stops. */
  end(): void;
}

const everyMs = 1_000;

/** Tenants that are asked about at the same time: most of the pool's connections stay with requests. */
const atOnce = 3;

export const watcherLimits = { perTenant: 50, perProcess: 500 } as const;

/** One transaction that takes longer is a fault; the next second asks again. */
const queryMs = 2_000;

const readOnly = { transaction_read_only: 'on', statement_timeout: String(queryMs) };

/** The tenant's calls that go on. */
export const readLiveCalls = (orm: MikroORM, tenantId: TenantId): Promise<OpenCall[]> =>
  tenantEm(orm, tenantId, readOnly).transactional((em) => findOpenCalls(em, tenantId));

/** A tenant that is watched. */
class Room {
  /** Those that have been shown the whole. */
  readonly watchers = new Set<Watcher>();
  /** Those that get it with the next look. */
  readonly newcomers = new Set<Watcher>();
  /** By id, as it was shown last. */
  #shown = new Map<string, string>();
  isLooking = false;

  get size(): number {
    return this.watchers.size + this.newcomers.size;
  }

  show(calls: OpenCall[]): void {
    const now = new Map(calls.map((call) => [call.id, JSON.stringify(call)]));
    const changed = calls.filter(({ id }) => now.get(id) !== this.#shown.get(id));
    const over = [...this.#shown.keys()].filter((id) => !now.has(id));
    this.#shown = now;
    if (changed.length > 0 || over.length > 0) for (const watcher of this.watchers) watcher.change(changed, over);
    for (const watcher of this.newcomers) {
      this.watchers.add(watcher);
      watcher.begin(calls);
    }
    this.newcomers.clear();
  }

  leave(watcher: Watcher): void {
    this.watchers.delete(watcher);
    this.newcomers.delete(watcher);
  }
}

/**
 * Looks at the calls of each watched tenant once a second, with one query however many watch, and tells them what has
 * changed. PostgreSQL is the only place where all processes' calls meet: nothing here asks workflows, or other processes.
 */
export class LiveCalls {
  readonly #orm: MikroORM;
  readonly #logger: Logger;
  readonly #rooms = new Map<TenantId, Room>();
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor({ orm, logger }: { orm: MikroORM; logger: Logger }) {
    this.#orm = orm;
    this.#logger = logger;
  }

  /**
   * @returns ends it.
   * @throws AppError `rate.limited` where too many watch already, `service.unavailable` when the process stops.
   */
  watch(tenantId: TenantId, watcher: Watcher): () => void {
    if (this.#isStopped) throw new AppError('service.unavailable');
    const room = this.#rooms.get(tenantId) ?? new Room();
    const all = [...this.#rooms.values()].reduce((sum, { size }) => sum + size, 0);
    if (room.size >= watcherLimits.perTenant || all >= watcherLimits.perProcess)
      throw new AppError('rate.limited', { detail: 'Too many watch live calls already.', retryAfterSeconds: 10 });
    this.#rooms.set(tenantId, room);
    room.newcomers.add(watcher);
    this.#timer ??= setInterval(() => void this.#lookAtAll(), everyMs);
    // The whole is shown at once, not with the next second.
    void this.#look(tenantId, room);
    return () => this.#leave(tenantId, room, watcher);
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
    for (const { watchers, newcomers } of this.#rooms.values())
      for (const watcher of [...watchers, ...newcomers]) watcher.end();
    this.#rooms.clear();
  }

  #leave(tenantId: TenantId, room: Room, watcher: Watcher): void {
    room.leave(watcher);
    if (room.size > 0 || this.#rooms.get(tenantId) !== room) return;
    this.#rooms.delete(tenantId);
    if (this.#rooms.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #lookAtAll(): Promise<void> {
    const waiting = [...this.#rooms];
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await this.#look(...next);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  async #look(tenantId: TenantId, room: Room): Promise<void> {
    if (room.isLooking || room.size === 0) return;
    room.isLooking = true;
    try {
      room.show(await readLiveCalls(this.#orm, tenantId));
    } catch (error) {
      // Those who watch see it by the silence, and the next second asks again.
      this.#logger.warn({ err: error, tenantId }, 'live calls could not be read');
    } finally {
      room.isLooking = false;
    }
  }
}
