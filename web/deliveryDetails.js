import { h } from './dom.js';
import { milliseconds, moment } from './format.js';
import { sentenceOf, t } from './words.js';

/** @typedef {import('./client.js').Schemas['DeliveryDetail']} DeliveryDetail */

/** @typedef {Pick<DeliveryDetail['attemptLog'][number], 'error' | 'errorCode' | 'errorParams'>} AttemptError */

/**
 * What there is to say beside the status. An error of an earlier version has no code, and is shown as it was written.
 * @param {AttemptError} about
 */
export const reasonOf = (about) => {
  const { error, errorCode, errorParams } = about;
  if (errorCode === 'endpoint.status') return null;
  return (errorCode && sentenceOf('attemptErrors', errorCode, errorParams ?? {})) ?? error;
};

/** @param {DeliveryDetail['attemptLog'][number]} made */
const attemptLine = (made) => {
  const { attempt, url, attemptedAt, responseStatus, error, durationMs, responseBody } = made;
  const reason = reasonOf(made);
  return h(
    'li',
    {},
    h(
      'span',
      { 'data-tone': error === null ? 'good' : 'bad' },
      [t('attempt', attempt), responseStatus ? `HTTP ${responseStatus}` : t('noAnswer')].join(' · '),
    ),
    h('span.quiet', {}, ` · ${moment(attemptedAt)} · ${milliseconds(durationMs)}`),
    h('p.quiet', {}, h('code', {}, url)),
    reason && h('p.quiet', {}, reason),
    responseBody && h('pre', { tabindex: 0, 'aria-label': t('answer') }, responseBody),
  );
};

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
