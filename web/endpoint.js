import { session } from './api.js';
import { deliveryList } from './deliveryList.js';
import { h } from './dom.js';
import { headOf } from './endpointHead.js';
import { secretPanel } from './endpointSecret.js';
import { settingsPanel } from './endpointSettings.js';
import { fetchStats, statsFigures } from './endpointStats.js';
import { testPanel } from './endpointTest.js';
import { fetchEventTypes } from './eventTypes.js';
import { nameOf, readEndpoint } from './heldEndpoint.js';
import { failure, loading } from './parts.js';
import { recoveryPanel } from './recovery.js';
import { keepFresh } from './refresh.js';
import { t } from './words.js';

const refreshMs = 10_000;

/**
 * Whoever works there with the keyboard goes on there.
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
  const [head, settings, numbers] = [h('div'), h('div'), h('div')];

  const showNumbers = async () => {
    const stats = (await fetchStats().catch(() => undefined))?.get(id);
    if (stats) numbers.replaceChildren(h('p.quiet', {}, t('lastDay')), statsFigures(stats));
  };
  const show = async (types) => {
    const held = await readEndpoint(id);
    if (signal.aborted) return;
    const again = () => show(types);
    replace(head, headOf(held, again));
    replace(settings, settingsPanel(held, types, again));
    document.title = [nameOf(held.endpoint), t('product')].join(' · ');
  };
  const begin = async () => {
    try {
      const types = await fetchEventTypes();
      await show(types);
      if (signal.aborted) return;
      const list =
        session.may('deliveries:read') &&
        deliveryList(signal, place, { types, endpointId: id, heading: h('h2', {}, t('deliveries')) });
      const mayRetry = session.may('deliveries:retry') && list;
      const panels = [
        settings,
        session.may('settings:write') && secretPanel(id, () => show(types)),
        mayRetry && testPanel(signal, id, types, list.restart),
        mayRetry && recoveryPanel(signal, id, list.restart),
      ];
      content.replaceChildren(
        head,
        numbers,
        h('div.panels', {}, ...panels.filter((panel) => panel !== false)),
        ...(list ? [h('div.part', {}, list.element)] : []),
      );
      void showNumbers();
      keepFresh(signal, refreshMs, () => {
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
