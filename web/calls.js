import { api, session, take } from './api.js';
import { h } from './dom.js';
import { choice, dateFields, field } from './fields.js';
import { cents, dayAgo, duration, moment, phone } from './format.js';
import { listPage } from './listPage.js';
import { badge } from './parts.js';
import { keepFresh } from './refresh.js';
import { stuckWebhooks } from './stuckWebhooks.js';
import { cell, figures, tableOf } from './tables.js';
import { namesOf, t, tOf } from './words.js';

/** @typedef {import('./client.js').Schemas['Call']} Call */

const statuses = ['queued', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'canceled', 'failed'];
const providers = ['TWILIO', 'SIGNALWIRE', 'VAPI'];
const refreshMs = 5_000;

const totalsOf = ({ totalCalls, aiHandledCalls, averageDurationSeconds, byOutcome }) =>
  figures(t('last30'), [
    [t('total'), totalCalls],
    [t('booked'), byOutcome.BOOKED],
    [t('missed'), byOutcome.MISSED],
    [t('byAssistant'), aiHandledCalls],
    [t('average'), duration(averageDurationSeconds)],
  ]);

/** @param {Call} call */
const row = (call) => {
  const link = h('a', { href: `#/calls/${call.id}` }, moment(call.startedAt ?? call.createdAt));
  return h(
    'tr',
    {},
    cell(t('when'), link),
    cell(t('caller'), phone(call.from)),
    cell(t('callee'), phone(call.to)),
    cell(t('outcome'), call.outcome ? badge('outcomes', call.outcome) : badge('statuses', call.status)),
    cell(t('duration'), duration(call.durationSeconds)),
    cell(t('cost'), cents(call.providerCostCents)),
    cell(
      t('provider'),
      h('span.quiet', {}, `${tOf('providers', call.provider)} · ${tOf('directions', call.direction)}`),
    ),
  );
};

/** @type {import('./words.js').Word[]} */
const titles = ['when', 'caller', 'callee', 'outcome', 'duration', 'cost', 'provider'];

const filterFields = () => [
  field(t('search'), { type: 'search', name: 'search', placeholder: t('searchHint') }),
  choice(t('outcome'), 'outcome', 'outcomes', namesOf('outcomes')),
  choice(t('status'), 'status', 'statuses', statuses),
  choice(t('direction'), 'direction', 'directions', namesOf('directions')),
  choice(t('provider'), 'provider', 'providers', providers),
  ...dateFields(),
];

/** What the last days add up to; nothing for those who may not see it. */
const summary = () => {
  const element = h('div');
  const show = async () => {
    if (!session.may('analytics:read')) return;
    const query = { startDate: dayAgo(30) };
    const metrics = await take(api.GET('/dashboard/calls/metrics', { params: { query } })).catch(() => undefined);
    if (metrics) element.replaceChildren(h('p.quiet', {}, t('last30')), totalsOf(metrics));
  };
  return { element, show };
};

/**
 * The list of calls. It keeps itself up to date while it is looked at.
 * @param {AbortSignal} signal
 * @param {import('./listPage.js').Place} place
 */
export const callsView = (signal, place) => {
  const totals = summary();
  const stuck = stuckWebhooks();
  const list = listPage(signal, place, {
    heading: h('h1', {}, t('calls')),
    before: [stuck.element, totals.element],
    fields: filterFields(),
    load: (query) => take(api.GET('/dashboard/calls', { params: { query } })),
    fetchFile: (query) => api.GET('/dashboard/calls/export', { params: { query }, parseAs: 'blob' }),
    draw: (calls) => [tableOf(titles, calls.map(row))],
    found: 'found',
    empty: 'noCallsYet',
    noMatch: 'noCalls',
  });
  keepFresh(signal, refreshMs, () => {
    void list.show({ quietly: true });
    void totals.show();
    void stuck.show();
  });
  void totals.show();
  void stuck.show();
  return [list.element];
};
