import { api, take } from './api.js';
import { pause } from './refresh.js';

const askEveryMs = 600;
/** Longer than an endpoint may take for its answer. */
const patienceMs = 30_000;

/**
 * A delivery that has just been sent, once the endpoint has answered, or has not in time.
 * @param {AbortSignal} signal ends with the view
 * @param {string} id
 */
export const followDelivery = async (signal, id) => {
  const end = Date.now() + patienceMs;
  for (;;) {
    const delivery = await take(api.GET('/dashboard/webhooks/deliveries/{id}', { params: { path: { id } } }));
    if (delivery.status !== 'pending' || signal.aborted || Date.now() > end) return delivery;
    await pause(askEveryMs);
  }
};
