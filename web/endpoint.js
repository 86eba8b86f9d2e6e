import { session } from './api.js';
import { deliveryList } from './deliveryList.js';
import { h } from './dom.js';
import { headOf } from './endpointHead.js';
import { secretPanel } from './endpointSecret.js';
import { settingsPanel } from './endpointSettings.js';
import { fetchStats, statsFigures } from './endpointStats.js';
import { testPanel } from './endpointTest.js';
import { fetchEventTypes } from './eventTypes.js';
import { failure, loading } from './parts.js';
import { recoveryPanel } from './recovery.js';
import { keepFresh } from './refresh.js';
import { nameOf, readEndpoint } from './taggedEndpoint.js';
import { t } from './words.js';

/** @typedef {import('./client.js').Schemas['Endpoint']} Endpoint */

const refreshMs = 10_000;

/**
 * Replaces the content of a place; the focus stays there.
 * @param {HTMLElement} place
 * @param {HTMLElement} by
 */
const replace = (place, by) => {
  const hadFocus = place.contains(document.activeElement);
  place.replaceChildren(by);
  if (hadFocus) place.querySelector('button')?.focus();
};

/**
 * One endpoint: how it does, what it wants, and what was sent to it.
 * @param {AbortSignal} signal
 * @param {string} id
 * @param {import('./listPage.js').Place} place
 */
export const endpointView = (signal, id, place) => {
  const content = h('div', {}, loading());
  const [head, numbers] = [h('div'), h('div')];

  const showNumbers = async () => {
    const stats = (await fetchStats().catch(() => undefined))?.get(id);
    if (stats) numbers.replaceChildren(h('p.quiet', {}, t('lastDay')), statsFigures(stats));
  };
  const begin = async () => {
    try {
      const [types, read] = await Promise.all([fetchEventTypes(), readEndpoint(id)]);
      if (signal.aborted) return;
      let { endpoint } = read;
      /** @param {Endpoint} now */
      const show = (now) => {
        endpoint = now;
        replace(head, headOf(endpoint, show));
        settings.show(endpoint);
        document.title = [nameOf(endpoint), t('product')].join(' · ');
      };
      const settings = settingsPanel(endpoint, types, show, (counts) => recovery?.offer(counts));
      show(endpoint);
      const refresh = async () => {
        const before = endpoint;
        const now = (await readEndpoint(id).catch(() => undefined))?.endpoint;
        // What was changed here meanwhile is newer.
        if (!now || signal.aborted || endpoint !== before) return;
        if (JSON.stringify(now) !== JSON.stringify(before)) show(now);
      };
      const list =
        session.may('deliveries:read') &&
        deliveryList(signal, place, { types, endpointId: id, heading: h('h2', {}, t('deliveries')) });
      const mayRetry = session.may('deliveries:retry') && list;
      const recovery = mayRetry ? recoveryPanel(signal, id, list.restart) : undefined;
      const panels = [
        settings.element,
        session.may('settings:write') &&
          secretPanel(id, (previousSecretUntil) => show({ ...endpoint, previousSecretUntil })),
        mayRetry && testPanel(signal, id, types, list.restart),
        recovery ? recovery.element : /** @type {const} */ (false),
      ];
      content.replaceChildren(
        head,
        numbers,
        h('div.panels', {}, ...panels.filter((panel) => panel !== false)),
        ...(list ? [h('div.part', {}, list.element)] : []),
      );
      void showNumbers();
      keepFresh(signal, refreshMs, () => {
        void refresh();
        void showNumbers();
        if (list) void list.show({ quietly: true });
      });
    } catch (error) {
      content.replaceChildren(failure(error, begin));
    }
  };
  void begin();
  return [h('p', {}, h('a', { href: '#/endpoints' }, `← ${t('backToEndpoints')}`)), content];
};
