import { api, session, take } from './api.js';
import { milliseconds, percent, timeSince } from './format.js';
import { figures } from './tables.js';
import { t } from './words.js';

/** @typedef {import('./client.js').Schemas['EndpointStats']} EndpointStats */

/**
 * How each endpoint took the last day, by its id; nothing for those who may not see it.
 * @returns {Promise<Map<string, EndpointStats>>}
 */
export const fetchStats = async () => {
  if (!session.may('deliveries:read')) return new Map();
  const { endpoints } = await take(api.GET('/dashboard/webhooks/stats'));
  return new Map(endpoints.map((stats) => [stats.endpointId, stats]));
};

/** @param {EndpointStats} stats */
export const waiting = ({ deliveries }) => (deliveries['pending'] ?? 0) + (deliveries['retrying'] ?? 0);

/** @param {EndpointStats} stats */
export const statsFigures = (stats) => {
  const { deliveries, attempts, successRate, medianDurationMs, p95DurationMs, oldestWaitingAt } = stats;
  const held = deliveries['held'] ?? 0;
  return figures(t('lastDay'), [
    [t('successRate'), percent(successRate), t('attemptsMade', attempts)],
    [t('deliveredEvents'), deliveries['delivered'] ?? 0],
    [t('waitingEvents'), waiting(stats), oldestWaitingAt !== null && t('oldest', timeSince(oldestWaitingAt))],
    [t('deadEvents'), deliveries['dead'] ?? 0, held > 0 && t('heldEvents', held)],
    [t('p95'), milliseconds(p95DurationMs), medianDurationMs !== null && t('median', milliseconds(medianDurationMs))],
  ]);
};
