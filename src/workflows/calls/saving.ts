import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities, Answer, CallStage, SaveCallInput, SavedCall } from '../../activities/index.ts';
import type { CallSession } from '../../domain/calls/session.ts';
import type { CallKey } from '../../domain/ids.ts';
import { databasePatience, databaseWrite } from '../../temporal/policies.ts';

/** Writes the call: at once by a local activity; when PostgreSQL is slow or away, by one that waits in the open. */
const saveCall = async (input: SaveCallInput): Promise<SavedCall> => {
  const summary = `Save the call (${input.stage})`;
  try {
    return await proxyLocalActivities<Activities>({ ...databaseWrite, summary }).saveCall(input);
  } catch {
    return proxyActivities<Activities>({ ...databasePatience, summary }).saveCall(input);
  }
};

/** What of a call is worth a save at once: what gives rise to events, and what its list shows. */
const essence = (session: CallSession): string => {
  const { status, outcome, startedAt, answeredAt, recordings } = session.snapshot();
  const report = session.facts.report?.value.endedClass;
  return JSON.stringify([status, outcome, startedAt !== null, answeredAt !== null, recordings.length, report]);
};

/** The call's row, as its workflow keeps it up to date: knows what has not been saved yet. One save at a time. */
export class CallRecord {
  readonly #key: CallKey;
  readonly #session: CallSession;
  /** Stored events that the row has not taken in. */
  readonly #unsaved = new Set<string>();
  /** Those of them that PostgreSQL did not have at the last save. */
  #missing = new Set<string>();
  #saved = '';
  #stage: CallStage | undefined;
  #isUrgent = false;

  constructor({ tenantId, externalCallId }: CallKey, session: CallSession) {
    this.#key = { tenantId, externalCallId };
    this.#session = session;
  }

  hear({ events, eventIds }: Answer): void {
    this.#session.merge(events);
    // What was missing is there by now; and of a transcript the workflow sees nothing but that there is one.
    if (eventIds.some((id) => this.#missing.has(id)) || events.some(({ type }) => type === 'transcript'))
      this.#isUrgent = true;
    for (const id of eventIds) this.#unsaved.add(id);
  }

  /** Something is worth a save at once; the rest is saved along with it. */
  get hasNews(): boolean {
    return this.#isUrgent || this.#saved !== essence(this.#session);
  }

  /** Everything that could be saved is, in this stage. */
  isSavedAs(stage: CallStage): boolean {
    return this.#stage === stage && !this.hasNews && this.#unsaved.size === this.#missing.size;
  }

  /**
   * @param patient not settled while PostgreSQL lacks an event: saved as live then.
   * @returns whether the call had been closed before.
   */
  async save(stage: CallStage, { patient = false } = {}): Promise<boolean> {
    const eventIds = [...this.#unsaved];
    this.#saved = essence(this.#session);
    this.#isUrgent = false;
    const { facts } = this.#session;
    const { wasClosed, missing } = await saveCall({ ...this.#key, facts, eventIds, stage, patient });
    this.#missing = new Set(missing);
    this.#stage = patient && missing.length > 0 ? 'live' : stage;
    for (const id of eventIds) if (!this.#missing.has(id)) this.#unsaved.delete(id);
    return wasClosed;
  }
}
