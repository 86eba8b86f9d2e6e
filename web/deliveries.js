import { api, session, take } from './api.js';
import { delimiter, downloadButton } from './download.js';
import { h } from './dom.js';
import { filters } from './filters.js';
import { moment } from './format.js';
import { paged } from './paged.js';
import { announce, badge, choice, failure, field, loading, plainButton } from './parts.js';
import { t } from './words.js';

/**
 * @typedef {import('./client.js').Schemas['Delivery']} Delivery
 * @typedef {import('./client.js').Schemas['DeliveryAttempt']} Attempt
 */

/** @param {Attempt} attempt */
const attemptLine = ({ attempt, attemptedAt, responseStatus, error, durationMs }) =>
  h(
    'li',
    {},
    `${t('attempt', attempt)} · ${moment(attemptedAt)} · ${responseStatus ?? t('noAnswer')} · ${durationMs} ms`,
    error && h('span.quiet', {}, ` ${error}`),
  );

/**
 * For what has not arrived.
 * @param {string} id
 */
const againButton = (id) => {
  const line = h('p', {});
  const send = async () => {
    try {
      await take(api.POST('/dashboard/webhooks/deliveries/{id}/retry', { params: { path: { id } } }));
      line.replaceChildren(t('sentAgain'));
      announce(t('sentAgain'));
    } catch (error) {
      line.replaceChildren(failure(error, send));
    }
  };
  line.append(plainButton(t('sendAgain'), send));
  return line;
};

/**
 * What was sent and what came back, fetched when somebody opens it.
 * @param {Delivery} delivery
 */
const detailsOf = ({ id, eventType, externalCallId, status, attempts, nextAttemptAt, lastError, createdAt }) => {
  const content = h('div', {}, loading());
  const show = async ({ target }) => {
    if (!target.open || content.dataset['loaded']) return;
    try {
      const detail = await take(api.GET('/dashboard/webhooks/deliveries/{id}', { params: { path: { id } } }));
      content.dataset['loaded'] = 'yes';
      const answers = detail.attemptLog.flatMap(({ responseBody }) =>
        responseBody ? [h('pre', {}, responseBody)] : [],
      );
      content.replaceChildren(
        h('ul.plain', {}, ...detail.attemptLog.map(attemptLine)),
        h('h2.small', {}, t('sent')),
        h('pre', {}, detail.body === null ? '—' : JSON.stringify(JSON.parse(detail.body), undefined, 2)),
        ...(answers.length > 0 ? [h('h2.small', {}, t('answer')), ...answers] : []),
      );
    } catch (error) {
      content.replaceChildren(failure(error, () => show({ target })));
    }
  };
  const facts = [
    `${t('attempts')}: ${attempts}`,
    nextAttemptAt && `${t('nextAttempt')}: ${moment(nextAttemptAt)}`,
    lastError,
  ];
  return h(
    'details',
    { ontoggle: show },
    h(
      'summary',
      {},
      h('span.grow', {}, h('strong', {}, eventType), ' ', h('span.quiet', {}, moment(createdAt))),
      badge('statuses', status),
      h('span.quiet.wide', {}, facts.filter(Boolean).join(' · ')),
    ),
    externalCallId && h('p', {}, h('a', { href: `#/calls/${encodeURIComponent(externalCallId)}` }, externalCallId)),
    ['dead', 'held', 'retrying'].includes(status) && session.may('deliveries:retry') && againButton(id),
    content,
  );
};

/**
 * Events on their way to the tenant's endpoint.
 * @param {AbortSignal} signal
 */
export const deliveriesView = (signal) => {
  let wanted = {};
  const list = paged(signal, {
    load: (cursor) =>
      take(
        api.GET('/dashboard/webhooks/deliveries', {
          params: { query: { ...wanted, limit: 25, ...(cursor && { cursor }) } },
        }),
      ),
    draw: (deliveries) => (deliveries.length > 0 ? deliveries.map(detailsOf) : [h('p.empty', {}, t('noDeliveries'))]),
    found: 'foundDeliveries',
  });
  const fields = [
    choice(t('status'), 'status', 'statuses', ['pending', 'retrying', 'delivered', 'dead', 'held']),
    field(t('from'), { type: 'date', name: 'startDate' }),
    field(t('to'), { type: 'date', name: 'endDate' }),
  ];
  const change = (values) => {
    wanted = values;
    return list.restart();
  };
  const exported = () =>
    api.GET('/dashboard/webhooks/deliveries/export', {
      params: { query: { ...wanted, delimiter: delimiter() } },
      parseAs: 'blob',
    });
  void list.show();
  return [
    h('h1', {}, t('deliveries')),
    filters(fields, change),
    h('p.above', {}, downloadButton(exported)),
    list.element,
  ];
};
