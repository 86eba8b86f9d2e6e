import { z } from 'zod';

const RecordingState = z.strictObject({
  sid: z.string(),
  durationSeconds: z.number().int().nonnegative(),
  source: z.enum(['RecordVerb', 'DialVerb', 'OutboundAPI', 'StartCallRecordingAPI']).default('RecordVerb'),
});

/** What the simulator sends the carrier's stand-in about a call. */
export const CarrierCallState = z.strictObject({
  accountSid: z.string().min(1),
  /** Without `initiated`, which the carriers' REST APIs never say. */
  status: z.enum(['queued', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled']),
  direction: z.enum(['inbound', 'outbound-api', 'outbound-dial']),
  from: z.string(),
  to: z.string(),
  parentCallSid: z.string().optional(),
  startTime: z.iso.datetime(),
  /** Set once the call is over. */
  durationSeconds: z.number().int().nonnegative().default(0),
  /** What the carrier charges, in US dollars; null is never rated, as for unanswered calls. */
  price: z.number().nonnegative().nullable().default(null),
  /** Until then the call is shown as in progress, whatever its final status. */
  liveForMs: z.number().nonnegative().default(0),
  /** How long after its end the price is known. */
  ratedAfterMs: z.number().nonnegative().default(0),
  recordings: z.array(RecordingState).default([]),
});
export type CarrierCallState = z.input<typeof CarrierCallState>;

export interface CarrierRecording extends z.output<typeof RecordingState> {
  callSid: string;
  startTime: Date;
}

/** A call as it is right now. */
export interface CarrierCall {
  sid: string;
  accountSid: string;
  status: z.output<typeof CarrierCallState>['status'];
  direction: string;
  from: string;
  to: string;
  parentCallSid: string | undefined;
  startTime: Date;
  endTime: Date | undefined;
  durationSeconds: number | undefined;
  priceUsd: number | undefined;
}

const liveStatuses = ['queued', 'ringing', 'in-progress'];

/** The calls that one carrier's stand-in knows. Time passes by itself: a live call ends, an ended call gets its price. */
export class CarrierCalls {
  readonly #calls = new Map<string, z.output<typeof CarrierCallState> & { setAt: number }>();

  set(sid: string, state: CarrierCallState): void {
    this.#calls.set(sid, { ...CarrierCallState.parse(state), setAt: Date.now() });
  }

  find(accountSid: string, sid: string): CarrierCall | undefined {
    const state = this.#calls.get(sid);
    if (!state || state.accountSid !== accountSid) return undefined;
    const elapsed = Date.now() - state.setAt;
    const ended = !liveStatuses.includes(state.status) && elapsed >= state.liveForMs;
    const rated = ended && elapsed >= state.liveForMs + state.ratedAfterMs;
    const startTime = new Date(state.startTime);
    return {
      sid,
      accountSid,
      status: ended || liveStatuses.includes(state.status) ? state.status : 'in-progress',
      direction: state.direction,
      from: state.from,
      to: state.to,
      parentCallSid: state.parentCallSid,
      startTime,
      endTime: ended ? new Date(startTime.getTime() + state.durationSeconds * 1000) : undefined,
      durationSeconds: ended ? state.durationSeconds : undefined,
      priceUsd: rated ? (state.price ?? undefined) : undefined,
    };
  }

  /** Someone, or we, ended it. */
  end(sid: string): void {
    const state = this.#calls.get(sid);
    if (!state) return;
    const durationSeconds = Math.max(0, Math.round((Date.now() - Date.parse(state.startTime)) / 1000));
    this.#calls.set(sid, { ...state, status: 'completed', liveForMs: 0, durationSeconds, setAt: Date.now() });
  }

  list(accountSid: string): CarrierCall[] {
    return [...this.#calls.keys()].map((sid) => this.find(accountSid, sid)).filter((call) => call !== undefined);
  }

  recordings(accountSid: string): CarrierRecording[] {
    return this.list(accountSid).flatMap(({ sid, startTime }) =>
      (this.#calls.get(sid)?.recordings ?? []).map((recording) => ({ ...recording, callSid: sid, startTime })),
    );
  }
}
