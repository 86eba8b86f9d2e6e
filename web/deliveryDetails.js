import { h } from './dom.js';
import { milliseconds, moment } from './format.js';
import { t } from './words.js';

/** @typedef {import('./client.js').Schemas['DeliveryDetail']} DeliveryDetail */

/**
 * What there is to say beside the status.
 * @param {string | null} error
 * @param {number | null} status
 */
export const reasonOf = (error, status) => (error === `the endpoint answered ${status}` ? null : error);

/** @param {DeliveryDetail['attemptLog'][number]} attempt */
const attemptLine = ({ attempt, url, attemptedAt, responseStatus, error, durationMs, responseBody }) =>
  h(
    'li',
    {},
    h(
      'span',
      { 'data-tone': error === null ? 'good' : 'bad' },
      [t('attempt', attempt), responseStatus ? `HTTP ${responseStatus}` : t('noAnswer')].join(' · '),
    ),
    h('span.quiet', {}, ` · ${moment(attemptedAt)} · ${milliseconds(durationMs)}`),
    h('p.quiet', {}, h('code', {}, url)),
    reasonOf(error, responseStatus) && h('p.quiet', {}, reasonOf(error, responseStatus)),
    responseBody && h('pre', { tabindex: 0, 'aria-label': t('answer') }, responseBody),
  );

/** Each attempt, with what came back. @param {DeliveryDetail} delivery */
export const attemptsOf = ({ attemptLog }) => h('ul.plain.attempts', {}, ...attemptLog.map(attemptLine));

/** What is sent, easier to read than it is. @param {string} body */
const indented = (body) => JSON.stringify(JSON.parse(body), undefined, 2);

/** @param {DeliveryDetail} delivery */
export const deliveryDetails = (delivery) => [
  attemptsOf(delivery),
  h('h2.small', {}, t('sent')),
  h('pre', { tabindex: 0, 'aria-label': t('sent') }, delivery.body === null ? t('bodyGone') : indented(delivery.body)),
];
