import { api, session, take } from './api.js';
import { h } from './dom.js';
import { moment } from './format.js';
import { announce, section } from './parts.js';
import { cell, tableOf } from './tables.js';
import { t, tOf } from './words.js';
import { workButton } from './workButton.js';

/** @typedef {import('./client.js').Schemas['StuckWebhook']} StuckWebhook */

/** @type {import('./words.js').Word[]} */
const titles = ['when', 'provider', 'itsCall', 'lastError', 'tries', 'nextAttempt'];

/** @param {string} id */
const retryButton = (id) =>
  workButton(t('retry'), async () => {
    await take(api.POST('/dashboard/webhook-events/{id}/retry', { params: { path: { id } } }));
    announce(t('retrySoon'));
  });

/** @param {StuckWebhook} webhook */
const row = ({ id, provider, eventType, externalCallId, receivedAt, attempts, error, nextAttemptAt }) =>
  h(
    'tr',
    {},
    cell(t('when'), moment(receivedAt)),
    cell(t('provider'), `${tOf('providers', provider)} · ${eventType}`),
    cell(
      t('itsCall'),
      externalCallId && h('a', { href: `#/calls/${encodeURIComponent(externalCallId)}` }, t('theCall')),
    ),
    cell(t('lastError'), error),
    cell(t('tries'), attempts),
    cell(
      t('nextAttempt'),
      nextAttemptAt && moment(nextAttemptAt),
      ' ',
      session.may('deliveries:retry') && retryButton(id),
    ),
  );

/** What calls could not be given: nothing is shown as long as there is none. */
export const stuckWebhooks = () => {
  const element = h('div');
  const show = async () => {
    const list = await take(api.GET('/dashboard/webhook-events/stuck', { params: { query: {} } })).catch(
      () => undefined,
    );
    if (!list || element.contains(document.activeElement)) return;
    element.replaceChildren(
      ...(list.data.length === 0
        ? []
        : [section(t('stuckWebhooks'), h('p.quiet', {}, t('stuckHint')), tableOf(titles, list.data.map(row)))]),
    );
  };
  return { element, show };
};
