import { session } from './api.js';
import { deliveryList } from './deliveryList.js';
import { h } from './dom.js';
import { fetchStats } from './endpointStats.js';
import { fetchEventTypes } from './eventTypes.js';
import { failure, loading } from './parts.js';
import { retryMany } from './recovery.js';
import { keepFresh } from './refresh.js';
import { t } from './words.js';

const refreshMs = 10_000;

/** https://n8n.example.com/webhook/calls → n8n.example.com/webhook/calls */
const short = (url) => url.replace(/^https?:\/\//, '');

/**
 * Events on their way to the tenant's endpoints.
 * @param {AbortSignal} signal
 * @param {import('./listPage.js').Place} place
 */
export const deliveriesView = (signal, place) => {
  const heading = h('h1', {}, t('deliveries'));
  const content = h('div', {}, heading, loading());
  const begin = async () => {
    try {
      const [types, stats] = await Promise.all([fetchEventTypes(), fetchStats()]);
      if (signal.aborted) return;
      const endpoints = new Map([...stats.values()].map(({ endpointId, url }) => [endpointId, short(url)]));
      const retry = session.may('deliveries:retry') && retryMany(signal, endpoints, () => list.restart());
      const list = deliveryList(signal, place, {
        types,
        endpoints,
        heading,
        ...(retry && { actions: [retry.button], before: [retry.progress] }),
      });
      keepFresh(signal, refreshMs, () => list.show({ quietly: true }));
      content.replaceChildren(list.element);
    } catch (error) {
      content.replaceChildren(heading, failure(error, begin));
    }
  };
  void begin();
  return [content];
};
