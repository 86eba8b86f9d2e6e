import type { LiveCallNews } from '../../db/calls/liveCalls.ts';
import { noteLiveCalls } from '../../db/calls/liveCalls.ts';
import { systemEm } from '../../db/core/tenancy.ts';
import type { LiveNews } from '../../domain/calls/live.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { AppContext } from '../../context.ts';

/** How long words wait for others: a watcher sees them within a second and a half. */
const gatherMs = 250;

/** More calls than these do not speak at once; where PostgreSQL is away, what was said is not kept for it. */
const maxWaiting = 2_000;

/** More calls than these are not under way in one process. */
const maxRemembered = 10_000;

/**
 * Writes down what assistants tell of calls while they last, all calls of a quarter of a second in one statement. Nothing
 * waits for it, and what cannot be written is dropped: the view lacks a line then, and the next message repeats where the
 * call takes commands.
 */
export class LiveNotes {
  readonly #app: Pick<AppContext, 'orm' | 'keys' | 'logger'>;
  #waiting = new Map<string, LiveCallNews>();
  /** Where calls take commands, as far as it is written down. The oldest comes first. */
  readonly #written = new Map<string, string>();
  #isGathering = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(app: Pick<AppContext, 'orm' | 'keys' | 'logger'>) {
    this.#app = app;
  }

  hear(tenantId: TenantId, { assistantCallId, controlUrl, line }: LiveNews): void {
    const key = `${tenantId}/${assistantCallId}`;
    const isNewUrl = controlUrl !== undefined && this.#written.get(key) !== controlUrl;
    if (!isNewUrl && line === undefined) return;
    if (this.#waiting.size >= maxWaiting && !this.#waiting.has(key)) return;
    const news = this.#waiting.get(key) ?? { tenantId, assistantCallId, lines: [] };
    if (isNewUrl) news.controlUrl = controlUrl;
    if (line) news.lines.push(line);
    this.#waiting.set(key, news);
    if (this.#isGathering) return;
    this.#isGathering = true;
    setTimeout(() => void this.flush(), gatherMs).unref();
  }

  /** Resolves when all that was heard is written, or could not be. */
  flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const { orm, keys, logger } = this.#app;
    const news = this.#waiting;
    this.#isGathering = false;
    if (news.size === 0) return;
    this.#waiting = new Map();
    try {
      // SYSTEM: calls of all tenants in one statement; each tenant was proven by its webhook's signature.
      await systemEm(orm, { statement_timeout: '2s' }).transactional((em) =>
        noteLiveCalls(em, keys, [...news.values()]),
      );
    } catch (error) {
      logger.warn({ err: error instanceof Error ? error.name : error, calls: news.size }, 'live words were dropped');
      return;
    }
    for (const [key, { controlUrl }] of news) if (controlUrl !== undefined) this.#remember(key, controlUrl);
  }

  #remember(key: string, controlUrl: string): void {
    this.#written.set(key, controlUrl);
    if (this.#written.size > maxRemembered) this.#written.delete(this.#written.keys().next().value ?? key);
  }
}
