import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { callbacksOf, callSid, eventsPerCall, type Callback, type Subscription } from './callbacks.ts';

/** A carrier that reports calls of one tenant, each callback once the one before is acknowledged. */
export interface Carrier extends AsyncDisposable {
  callId(call: number): string;
  /** @throws Error unless it is acknowledged. */
  post(callback: Callback): Promise<void>;
  /**
   * The first `events` callbacks of a call.
   * @returns when the last was sent, on the clock of `performance.now()`.
   * @throws Error unless each is acknowledged.
   */
  report(call: number, options?: { events?: number; gapMs?: number }): Promise<number>;
}

export function openCarrier(port: number, subscription: Subscription, connections: number): Carrier {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections });
  const run = randomBytes(6).toString('hex');
  const callbackOf = callbacksOf(subscription, run);
  const post: Carrier['post'] = async (callback) => {
    const { statusCode, body } = await pool.request({ method: 'POST', ...callback });
    await body.dump();
    if (statusCode < 200 || statusCode > 299) throw new Error(`a callback was answered ${statusCode}`);
  };
  return {
    post,
    callId: (call) => callSid(run, call),
    report: async (call, { events = eventsPerCall, gapMs = 0 } = {}) => {
      let sentAt = 0;
      for (let sequence = 0; sequence < events; sequence++) {
        if (gapMs > 0 && sequence > 0) await sleep(gapMs);
        sentAt = performance.now();
        await post(callbackOf(call, sequence));
      }
      return sentAt;
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
