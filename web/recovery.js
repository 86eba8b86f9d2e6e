import { api, session, take } from './api.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { field, select, tick } from './fields.js';
import { number } from './format.js';
import { plainButton, section } from './parts.js';
import { recoveryProgress } from './recoveryProgress.js';
import { t, tOf } from './words.js';
import { workButton } from './workButton.js';
import { instantOf } from './zone.js';

const hour = 3_600_000;
const longestHours = 336;
const spans = /** @type {const} */ ([1, 6, 24, 72, 168, longestHours]);

/** How far back: some hours, or since a moment where the business is. */
const sinceFields = () => {
  const exact = field(t('sinceMoment'), { type: 'datetime-local', name: 'moment', 'data-path': 'since' });
  exact.hidden = true;
  const choose = select(
    t('sinceWhen'),
    'hours',
    [
      ...spans.map((hours) => /** @type {[string, string]} */ ([String(hours), t('lastHours', hours)])),
      ['', t('sinceMoment')],
    ],
    '24',
  );
  choose.addEventListener('change', ({ target }) => {
    exact.hidden = !(target instanceof HTMLSelectElement && target.value === '');
    const input = exact.querySelector('input');
    if (input) input.required = !exact.hidden;
  });
  return [choose, exact];
};

const sinceOf = ({ hours = '', moment = '' }) =>
  hours === ''
    ? instantOf(moment, session.get()?.tenant.timeZone)
    : new Date(Date.now() - Number(hours) * hour).toISOString();

const statusTicks = (words) =>
  h(
    'fieldset',
    { 'data-path': 'status' },
    h('legend', {}, t('which')),
    ...words.map((word) => tick(tOf('recoverable', word), { name: 'status', value: word, checked: true })),
  );

/** @param {HTMLFormElement} form */
const ticked = (form) => new FormData(form).getAll('status');

/**
 * Sends an endpoint what it has missed.
 * @param {AbortSignal} signal
 * @param {string} endpointId
 * @param {() => unknown} onChange
 */
export const recoveryPanel = (signal, endpointId, onChange) => {
  const progress = recoveryProgress(signal, { endpointId }, onChange);
  const start = async (values, form) => {
    const status = /** @type {('missing' | 'waiting' | 'dead' | 'held')[]} */ (ticked(form));
    const resend = values.resend !== undefined;
    const body = { endpointId, since: sinceOf(values), status, resend };
    progress.begin(await take(api.POST('/dashboard/webhooks/recoveries', { body })));
  };
  const open = () =>
    ask({
      title: t('recovery'),
      hint: t('recoveryHint'),
      yes: t('recover'),
      fields: [
        ...sinceFields(),
        statusTicks(['missing', 'waiting', 'dead', 'held']),
        tick(t('resend'), { name: 'resend' }, t('resendHint')),
      ],
      act: start,
    });
  const offered = h('p.notice', { 'data-tone': 'warn', hidden: true });
  const sendAll = async () => {
    const body = { endpointId, since: new Date(Date.now() - longestHours * hour).toISOString() };
    progress.begin(await take(api.POST('/dashboard/webhooks/recoveries', { body })));
    offered.hidden = true;
  };
  /** What a saved address would get if it was sent now. @param {{ waiting: number, missed: number }} counts */
  const offer = ({ waiting, missed }) => {
    offered.hidden = waiting + missed === 0;
    offered.replaceChildren(
      t('recoveryOffer', number(waiting), number(missed)),
      ' ',
      workButton(t('recover'), sendAll),
    );
  };
  const element = section(
    t('recovery'),
    h('p.quiet', {}, t('recoveryHint')),
    offered,
    progress.element,
    h('p', {}, plainButton(t('recoverSince'), open)),
  );
  return { element, offer };
};

/**
 * Sends what was given up or held again, at one endpoint or at all.
 * @param {AbortSignal} signal
 * @param {Map<string, string>} endpoints names by id
 * @param {() => unknown} onChange
 */
export const retryMany = (signal, endpoints, onChange) => {
  const progress = recoveryProgress(signal, { endpoints }, onChange);
  const start = async (values, form) => {
    const status = /** @type {('waiting' | 'dead' | 'held')[]} */ (ticked(form));
    const only = values.endpointId !== '' && { endpointId: values.endpointId };
    const body = { status, since: sinceOf(values), ...only };
    progress.begin(await take(api.POST('/dashboard/webhooks/deliveries/retry', { body })));
  };
  const open = () =>
    ask({
      title: t('retryMany'),
      hint: t('retryManyHint'),
      yes: t('retryNow'),
      fields: [
        select(t('endpoint'), 'endpointId', [['', t('all')], ...endpoints]),
        ...sinceFields(),
        statusTicks(['waiting', 'dead', 'held']),
      ],
      act: start,
    });
  return { button: plainButton(t('retryMany'), open), progress: progress.element };
};
