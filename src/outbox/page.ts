import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { tenantEm } from '../db/core/tenancy.ts';
import type { EndpointKey } from '../domain/ids.ts';
import { attemptError } from '../domain/deliveries/attemptErrors.ts';
import { noteAttempt } from './attemptMetrics.ts';
import type { Attempts } from './attempts.ts';
import { Bell } from './bell.ts';
import { claimDue, nextLookInMs, putAside, releaseClaims, renewClaims, type ClaimedDelivery } from './claims.ts';
import type { OutboxContext } from './outboxContext.ts';
import { isFailing, isRested, letRest, restUntilKeyIsBack, restWhileProbed } from './endpointHealth.ts';
import { Flow, type Outgoing } from './flow.ts';
import { readEndpoint, type OpenedEndpoint } from './openedEndpoint.ts';
import type { Pages } from './pages.ts';
import { endRecoveries, giveRecoveriesUp, recoverNext } from './recoveryParts.ts';
import { reserveSlots } from './slots.ts';

export interface PageContext extends OutboxContext {
  attempts: Attempts;
  pages: Pages;
  /** The process is to end: pages do, as soon as what is under way is. */
  stopping: AbortSignal;
}

export interface ServedPage {
  /** Null where nothing is left to do. */
  nextLookInMs: number | null;
}

/** Then the next page begins: it may be another worker's turn, or new code's. */
const pageMs = 20_000;

/** For more of the same call: a page that waits for a nudge costs less than one that is begun anew. */
const lingerMs = 5_000;

/** Where more pages are open, none lingers: activity slots are for those with something to do. */
const crowd = 400;

/** What was read longer ago is read again: meanwhile the endpoint may have been changed. */
const freshMs = 3_000;

const renewMs = 5_000;

/** What is due and still was not claimed is in another transaction's hands for a moment. */
const shortestWaitMs = 50;

/** Some seconds of one endpoint's deliveries. */
class Page {
  readonly #context: PageContext;
  readonly #key: EndpointKey;
  readonly #cut: AbortSignal;
  readonly #startedAt = Date.now();
  readonly #bell = new Bell();
  readonly #flow: Flow;
  #opened: OpenedEndpoint;
  #readAt = Date.now();
  #lookAgain = true;
  #isOver = false;
  #isProbed = false;
  #isHeldUp: boolean;
  #isRecovering = false;
  #lastWorkAt = Date.now();
  #hasAttempted = false;
  #retryAfterSeconds = 0;

  constructor(context: PageContext, key: EndpointKey, signal: AbortSignal, opened: OpenedEndpoint) {
    this.#context = context;
    this.#key = key;
    this.#cut = AbortSignal.any([signal, context.stopping]);
    this.#opened = opened;
    this.#isHeldUp = isFailing(opened.endpoint);
    this.#flow = new Flow({
      streak: opened.endpoint.failureStreak,
      send: (outgoing) => this.#send(outgoing),
      onChange: () => this.#bell.ring(),
    });
  }

  nudge(): void {
    this.#lookAgain = true;
    this.#bell.ring();
  }

  async work(): Promise<void> {
    const renewing = setInterval(() => void this.#renew(), renewMs);
    const ring = (): void => this.#bell.ring();
    this.#cut.addEventListener('abort', ring);
    try {
      await this.#follow();
    } finally {
      clearInterval(renewing);
      this.#cut.removeEventListener('abort', ring);
      await this.#flow.close();
      await this.#inTransaction((em) => this.#leave(em));
    }
  }

  #inTransaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return tenantEm(this.#context.orm, this.#key.tenantId).transactional(work);
  }

  get #mustEnd(): boolean {
    return this.#isOver || this.#cut.aborted || Date.now() > this.#startedAt + pageMs;
  }

  async #follow(): Promise<void> {
    const flow = this.#flow;
    while (!this.#mustEnd) {
      if (flow.isFailing ? flow.isIdle : this.#lookAgain && flow.room(this.#perSecond) > 0) await this.#look();
      else if (!flow.isIdle || this.#lookAgain) await this.#bell.heard(this.#startedAt + pageMs - Date.now());
      else if (!(await this.#linger())) return;
    }
  }

  get #perSecond(): number | null {
    return this.#opened.endpoint.rateLimitPerSecond;
  }

  /** Claims what is due, as far as there is room. */
  async #look(): Promise<void> {
    this.#lookAgain = false;
    const claimed = await this.#inTransaction(async (em) => {
      await releaseClaims(em, this.#flow.takeNotSent());
      if (!(await this.#reopen(em))) return [];
      const deliveries = this.#flow.isFailing ? await this.#claimProbe(em) : await this.#claim(em);
      const slots = await reserveSlots(em, this.#opened.endpoint, deliveries.length);
      const gone = deliveries.filter(({ event }) => event === null).map(({ id }) => id);
      await putAside(em, { ids: gone }, 'dead', attemptError('event.gone'));
      return deliveries.flatMap((delivery, index): Outgoing[] =>
        delivery.event === null ? [] : [{ delivery, event: delivery.event, notBefore: slots[index] ?? 0 }],
      );
    });
    if (claimed.length > 0) this.#lastWorkAt = Date.now();
    this.#flow.add(claimed);
  }

  /** @returns whether anything may be sent there. */
  async #reopen(em: EntityManager): Promise<boolean> {
    const opened = await readEndpoint(em, this.#context.keys, this.#key.endpointId);
    this.#isOver ||= !opened || Boolean(opened.endpoint.disabledAt) || !opened.secrets;
    if (!opened || this.#isOver) return false;
    this.#opened = opened;
    this.#readAt = Date.now();
    return true;
  }

  async #claim(em: EntityManager): Promise<ClaimedDelivery[]> {
    const { endpointId } = this.#key;
    const limit = this.#flow.room(this.#perSecond);
    const due = await claimDue(em, endpointId, limit);
    if (due.length === limit) {
      this.#lookAgain = true;
      return due;
    }
    return [...due, ...(await this.#recover(em, limit - due.length))];
  }

  async #recover(em: EntityManager, limit: number): Promise<ClaimedDelivery[]> {
    const { deliveries, isRecovering, isBeginning, hasMore } = await recoverNext(em, this.#key.endpointId, limit);
    this.#isRecovering ||= isRecovering;
    this.#lookAgain ||= hasMore;
    if (isBeginning) this.#flow.beginSlowly();
    return deliveries;
  }

  /** While it fails: what people ask for, and otherwise one event, once its rest is over. */
  async #claimProbe(em: EntityManager): Promise<ClaimedDelivery[]> {
    const { endpointId } = this.#key;
    const asked = await claimDue(em, endpointId, 1, 'asked for');
    if (asked.length > 0) return asked;
    if (this.#isHeldUp && !this.#isProbed && (await isRested(em, endpointId))) {
      this.#isProbed = true;
      const due = await claimDue(em, endpointId, 1);
      const probe = due.length > 0 ? due : await this.#recover(em, 1);
      if (probe.length > 0) await restWhileProbed(em, endpointId);
      if (probe.length > 0) return probe;
    }
    this.#isOver = true;
    return [];
  }

  async #send({ delivery, event, notBefore }: Outgoing) {
    const waitMs = notBefore - Date.now();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal: this.#cut }).catch(() => undefined);
    const { attempts } = this.#context;
    const attempted = await attempts.takeTurn(this.#key.tenantId, async () => {
      if (this.#mustEnd || !(await this.#isCurrent())) return undefined;
      const { endpoint, secrets } = this.#opened;
      return secrets && { delivery, endpoint, attempt: await attempts.send(endpoint, secrets, delivery.id, event) };
    });
    if (!attempted) return undefined;
    const { attempt } = attempted;
    noteAttempt(delivery, attempt, this.#isHeldUp);
    this.#lastWorkAt = Date.now();
    this.#hasAttempted = true;
    this.#isOver ||= attempt.verdict === 'gone';
    this.#retryAfterSeconds = attempt.retryAfterSeconds;
    this.#lookAgain ||= !this.#flow.isAtFullPace;
    return {
      verdict: attempt.verdict,
      settle: async () => {
        const wasHeldUp = this.#isHeldUp;
        await attempts.settle(attempted);
        // Until its success was written down, those who queued something relied on our looking again.
        if (wasHeldUp) this.nudge();
      },
    };
  }

  /** One look for all that ask at the same time would be enough; two at most do, and rarely. */
  async #isCurrent(): Promise<boolean> {
    return Date.now() - this.#readAt < freshMs || this.#inTransaction((em) => this.#reopen(em));
  }

  /** Nothing to do. @returns whether there is again, before it is time to end. */
  async #linger(): Promise<boolean> {
    this.#isHeldUp = false;
    const nextMs = await this.#inTransaction(async (em) => {
      if (this.#isRecovering) await endRecoveries(em, this.#key.endpointId);
      return nextLookInMs(em, this.#key.endpointId);
    });
    if (this.#lookAgain) return true;
    const isCrowded = this.#context.pages.count > crowd;
    const end = Math.min(isCrowded ? 0 : this.#lastWorkAt + lingerMs, this.#startedAt + pageMs);
    const leftMs = Math.max(0, end - Date.now());
    if (nextMs === null || nextMs > leftMs) {
      if (leftMs > 0) await this.#bell.heard(leftMs);
      return leftMs > 0;
    }
    await this.#bell.heard(Math.max(nextMs, shortestWaitMs));
    this.#lookAgain = true;
    return true;
  }

  async #renew(): Promise<void> {
    try {
      await this.#inTransaction((em) => renewClaims(em, this.#flow.ids));
    } catch (error) {
      this.#context.logger.warn({ err: error, ...this.#key }, 'claims were not renewed');
    }
  }

  async #leave(em: EntityManager): Promise<void> {
    await releaseClaims(em, this.#flow.takeNotSent());
    if (this.#hasAttempted && this.#flow.isFailing) await letRest(em, this.#opened.endpoint, this.#retryAfterSeconds);
    if (this.#isRecovering) await endRecoveries(em, this.#key.endpointId);
  }
}

/** What is there that can be sent to; the rest is put aside. */
const openFor = async (
  { keys, logger }: PageContext,
  em: EntityManager,
  { tenantId, endpointId }: EndpointKey,
): Promise<OpenedEndpoint | undefined> => {
  const opened = await readEndpoint(em, keys, endpointId);
  if (!opened || opened.endpoint.disabledAt) {
    const [status, error] = opened ? (['held', null] as const) : (['dead', attemptError('endpoint.removed')] as const);
    await putAside(em, { endpointId }, status, error);
    await giveRecoveriesUp(em, endpointId);
    return undefined;
  }
  if (opened.secrets) return opened;
  logger.error({ tenantId, endpointId }, 'an endpoint gets nothing: its secrets are sealed with a key that is missing');
  await restUntilKeyIsBack(em, endpointId);
  return undefined;
};

/**
 * Sends an endpoint what is due, for some seconds, and lingers for more. Nothing that a living page has is sent by another.
 * @param signal ends it as soon as what is under way is written down.
 */
export const servePage = async (context: PageContext, key: EndpointKey, signal: AbortSignal): Promise<ServedPage> => {
  const { orm, pages } = context;
  const inTransaction = <T>(work: (em: EntityManager) => Promise<T>) => tenantEm(orm, key.tenantId).transactional(work);
  const opened = await inTransaction((em) => openFor(context, em, key));
  if (opened) {
    const page = new Page(context, key, signal, opened);
    const close = pages.open(key.endpointId, () => page.nudge());
    try {
      await page.work();
    } finally {
      close();
    }
  }
  // After it is closed: who commits later signals the workflow, and what was committed before is seen here.
  return { nextLookInMs: await inTransaction((em) => nextLookInMs(em, key.endpointId)) };
};
