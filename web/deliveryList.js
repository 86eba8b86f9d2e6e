import { api, session, take } from './api.js';
import { deliveryDetails, reasonOf } from './deliveryDetails.js';
import { h } from './dom.js';
import { eventChoice } from './eventTypes.js';
import { choice, dateFields, select } from './fields.js';
import { followDelivery } from './followDelivery.js';
import { moment } from './format.js';
import { listPage } from './listPage.js';
import { announce, badge, failure, loading } from './parts.js';
import { t } from './words.js';
import { workButton } from './workButton.js';

/** @typedef {import('./client.js').Schemas['Delivery']} Delivery */

const statuses = ['pending', 'retrying', 'delivered', 'dead', 'held'];
const sendable = ['dead', 'held', 'retrying', 'delivered'];

/**
 * @param {AbortSignal} signal
 * @param {string} id
 * @param {(delivery: Delivery) => void} onSent gets it as it is then
 */
const againButton = (signal, id, onSent) =>
  workButton(t('sendAgain'), async () => {
    await take(api.POST('/dashboard/webhooks/deliveries/{id}/retry', { params: { path: { id } } }));
    announce(t('sentAgain'));
    const delivery = await followDelivery(signal, id);
    if (!signal.aborted) onSent(delivery);
  });

/** What went wrong last, and what comes next. @param {Delivery} delivery */
const progressOf = (delivery) => {
  const { attempts, nextAttemptAt, lastError, formerUrl, attemptLog } = delivery;
  const status = attemptLog.at(-1)?.responseStatus ?? null;
  return [
    lastError && status && `HTTP ${status}`,
    reasonOf({ error: lastError, errorCode: delivery.lastErrorCode, errorParams: delivery.lastErrorParams }),
    formerUrl && t('deliveredToFormer', formerUrl),
    attempts > 0 && nextAttemptAt && `${t('nextAttempt')}: ${moment(nextAttemptAt)}`,
  ]
    .filter(Boolean)
    .join(' · ');
};

/**
 * One delivery. What was sent and what came back is fetched when it is opened.
 * @param {AbortSignal} signal
 * @param {Delivery} delivery
 * @param {string | undefined} endpoint its name, where several are listed
 */
const entry = (signal, delivery, endpoint) => {
  const { id, eventType, externalCallId, status, attempts, createdAt } = delivery;
  const content = h('div', {}, loading());
  const show = async ({ target }) => {
    if (!target.open || content.dataset['loaded']) return;
    try {
      const detail = await take(api.GET('/dashboard/webhooks/deliveries/{id}', { params: { path: { id } } }));
      content.dataset['loaded'] = 'yes';
      content.replaceChildren(...deliveryDetails(detail));
    } catch (error) {
      content.replaceChildren(failure(error, () => show({ target })));
    }
  };
  const progress = progressOf(delivery);
  const link = externalCallId && h('a', { href: `#/calls/${encodeURIComponent(externalCallId)}` }, t('theCall'));
  const become = (later) => {
    const next = entry(signal, later, endpoint);
    element.replaceWith(next);
    next.open = true;
    next.querySelector('summary')?.focus();
  };
  const again = sendable.includes(status) && session.may('deliveries:retry') && againButton(signal, id, become);
  const element = h(
    'details',
    { ontoggle: show },
    h(
      'summary',
      {},
      h('span.grow', {}, h('strong', {}, eventType), ' ', h('span.quiet.clip', {}, endpoint)),
      h('span.quiet', {}, t('attemptsMade', attempts)),
      h('time.quiet', { datetime: createdAt }, moment(createdAt)),
      badge('statuses', status),
      progress && h('span.quiet.wide', {}, progress),
    ),
    h(
      'div.opened',
      {},
      (again || link) && h('p.buttons', {}, again, link),
      content,
      h('p.quiet', {}, 'webhook-id ', h('code', {}, id)),
    ),
  );
  return element;
};

/**
 * Events on their way, to one endpoint or to all.
 * @param {AbortSignal} signal
 * @param {import('./listPage.js').Place} place
 * @param {object} options
 * @param {import('./eventTypes.js').EventType[]} options.types
 * @param {HTMLElement} options.heading
 * @param {Node[]} [options.actions]
 * @param {Node[]} [options.before]
 * @param {string} [options.endpointId]
 * @param {Map<string, string>} [options.endpoints] names by id, where several are listed
 */
export const deliveryList = (signal, place, { types, endpointId, endpoints, ...surroundings }) => {
  const names = /** @type {[string, string][]} */ ([...(endpoints ?? [])]);
  const fields = [
    ...(endpoints ? [select(t('endpoint'), 'endpointId', [['', t('all')], ...names])] : []),
    eventChoice(types, { all: true }),
    choice(t('status'), 'status', 'statuses', statuses),
    ...dateFields(),
  ];
  const only = endpointId === undefined ? {} : { endpointId };
  const nameOf = (id) => endpoints && (endpoints.get(id) ?? t('endpointGone'));
  return listPage(signal, place, {
    ...surroundings,
    fields,
    load: (query) => take(api.GET('/dashboard/webhooks/deliveries', { params: { query: { ...query, ...only } } })),
    fetchFile: (query) =>
      api.GET('/dashboard/webhooks/deliveries/export', { params: { query: { ...query, ...only } }, parseAs: 'blob' }),
    draw: (deliveries) => deliveries.map((delivery) => entry(signal, delivery, nameOf(delivery.endpointId))),
    found: 'foundDeliveries',
    empty: 'noDeliveriesYet',
    noMatch: 'noDeliveries',
  });
};
