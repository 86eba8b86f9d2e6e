import { api, session, take } from './api.js';
import { h } from './dom.js';
import { fetchStats, waiting } from './endpointStats.js';
import { milliseconds, moment, percent } from './format.js';
import { newEndpoint } from './newEndpoint.js';
import { paged } from './paged.js';
import { badge } from './parts.js';
import { keepFresh } from './refresh.js';
import { cell, tableOf } from './tables.js';
import { healthOf, nameOf } from './taggedEndpoint.js';
import { t } from './words.js';

/**
 * @typedef {import('./client.js').Schemas['Endpoint']} Endpoint
 * @typedef {Endpoint & { stats: import('./endpointStats.js').EndpointStats | undefined }} Line
 */

const refreshMs = 10_000;

/** @param {Line} endpoint */
const row = (endpoint) => {
  const { id, url, eventTypes, stats } = endpoint;
  const name = h('a', { href: `#/endpoints/${id}` }, nameOf(endpoint));
  const oldest = stats?.oldestWaitingAt;
  return h(
    'tr',
    {},
    cell(t('endpoint'), h('div.clip', {}, name, h('code.quiet', {}, url))),
    cell(t('status'), badge('endpointStatuses', healthOf(endpoint))),
    cell(t('events'), eventTypes === null ? t('allEvents') : t('someEvents', eventTypes.length)),
    cell(t('successRate'), percent(stats?.successRate ?? null)),
    cell(t('p95'), milliseconds(stats?.p95DurationMs ?? null)),
    cell(
      t('waitingEvents'),
      h(
        'span',
        {},
        stats ? waiting(stats) : t('none'),
        oldest && h('span.quiet', {}, ` · ${t('oldest', moment(oldest))}`),
      ),
    ),
  );
};

/** @type {import('./words.js').Word[]} */
const titles = ['endpoint', 'status', 'events', 'successRate', 'p95', 'waitingEvents'];

/**
 * Where events go, and how each endpoint takes them.
 * @param {AbortSignal} signal
 */
export const endpointsView = (signal) => {
  const list = paged(signal, {
    load: async (query) => {
      const [page, stats] = await Promise.all([
        take(api.GET('/dashboard/webhooks/endpoints', { params: { query } })),
        fetchStats(),
      ]);
      return { ...page, data: page.data.map((endpoint) => ({ ...endpoint, stats: stats.get(endpoint.id) })) };
    },
    draw: (endpoints) => [tableOf(titles, endpoints.map(row))],
    found: 'foundEndpoints',
    empty: () => 'noEndpoints',
  });
  keepFresh(signal, refreshMs, () => list.show({ quietly: true }));
  void list.show();
  return [
    h('h1', {}, t('endpoints')),
    h('p.quiet.lead', {}, t('endpointsHint')),
    ...(session.may('settings:write') ? [newEndpoint(() => list.restart())] : []),
    list.element,
  ];
};
