import { h } from './dom.js';
import { moment } from './format.js';
import { badge, choice, failure, loading } from './parts.js';
import { ask } from './session.js';
import { t } from './words.js';

const attemptLine = ({ attempt, attemptedAt, responseStatus, error, durationMs }) =>
  h(
    'li',
    {},
    `${t('attempt', attempt)} · ${moment(attemptedAt)} · ${responseStatus ?? t('noAnswer')} · ${durationMs} ms`,
    error && h('span.quiet', {}, ` ${error}`),
  );

/** What was sent and what came back, fetched when somebody opens it. */
const detailsOf = (delivery) => {
  const content = h('div', {}, loading());
  const show = async ({ target }) => {
    if (!target.open || content.dataset.loaded) return;
    try {
      const { body, attemptLog } = await ask(`/dashboard/webhooks/deliveries/${delivery.id}`);
      content.dataset.loaded = 'yes';
      const answers = attemptLog
        .filter(({ responseBody }) => responseBody)
        .map(({ responseBody }) => h('pre', {}, responseBody));
      content.replaceChildren(
        h('ul.plain', {}, ...attemptLog.map(attemptLine)),
        h('h2.small', {}, t('sent')),
        h('pre', {}, JSON.stringify(JSON.parse(body), undefined, 2)),
        ...(answers.length > 0 ? [h('h2.small', {}, t('answer')), ...answers] : []),
      );
    } catch (error) {
      content.replaceChildren(failure(error, () => show({ target })));
    }
  };
  const facts = [
    `${t('attempts')}: ${delivery.attempts}`,
    delivery.nextAttemptAt && `${t('nextAttempt')}: ${moment(delivery.nextAttemptAt)}`,
    delivery.lastError,
  ];
  return h(
    'details',
    { ontoggle: show },
    h(
      'summary',
      {},
      h('span.grow', {}, h('strong', {}, delivery.eventType), ' ', h('span.quiet', {}, moment(delivery.createdAt))),
      badge('statuses', delivery.status),
      h('span.quiet.wide', {}, facts.filter(Boolean).join(' · ')),
    ),
    delivery.externalCallId &&
      h('p', {}, h('a', { href: `#/calls/${encodeURIComponent(delivery.externalCallId)}` }, delivery.externalCallId)),
    content,
  );
};

/** Events on their way to the tenant's endpoint. */
export const deliveriesView = (signal) => {
  let status = '';
  const list = h('div.card', {}, loading());
  const show = async (cursor) => {
    try {
      const query = new URLSearchParams([
        ['limit', '25'],
        ...(status ? [['status', status]] : []),
        ...(cursor ? [['cursor', cursor]] : []),
      ]);
      const { data, pagination } = await ask(`/dashboard/webhooks/deliveries?${query}`);
      if (signal.aborted) return;
      const more =
        pagination.nextCursor &&
        h('button.plain', { type: 'button', onclick: () => show(pagination.nextCursor) }, t('more'));
      const first = cursor && h('button.plain', { type: 'button', onclick: () => show() }, t('first'));
      list.replaceChildren(
        ...(data.length > 0 ? data.map(detailsOf) : [h('p.empty', {}, t('noDeliveries'))]),
        h('p.pager', {}, h('span.quiet', {}, pagination.total), first, more),
      );
    } catch (error) {
      list.replaceChildren(failure(error, () => show(cursor)));
    }
  };
  const filter = h(
    'form.filters',
    {
      onsubmit: (event) => event.preventDefault(),
      onchange: ({ target }) => {
        status = target.value;
        void show();
      },
    },
    choice(t('status'), 'status', 'statuses', ['pending', 'retrying', 'delivered', 'dead'], status),
  );
  void show();
  return [h('h1', {}, t('deliveries')), filter, list];
};
