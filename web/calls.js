import { api, session, take } from './api.js';
import { delimiter, downloadButton } from './download.js';
import { h } from './dom.js';
import { filters } from './filters.js';
import { cents, dayAgo, duration, moment, phone } from './format.js';
import { paged } from './paged.js';
import { badge, choice, field } from './parts.js';
import { namesOf, t, tOf } from './words.js';

/** @typedef {import('./client.js').Schemas['Call']} Call */

const statuses = ['queued', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'canceled', 'failed'];
const providers = ['TWILIO', 'SIGNALWIRE', 'VAPI'];
const refreshMs = 5_000;

const figure = (label, value) => h('div.figure', {}, h('dt', {}, label), h('dd', {}, value));

const figures = ({ totalCalls, aiHandledCalls, averageDurationSeconds, byOutcome }) =>
  h(
    'dl.figures',
    { 'aria-label': t('last30') },
    figure(t('total'), totalCalls),
    figure(t('booked'), byOutcome.BOOKED),
    figure(t('missed'), byOutcome.MISSED),
    figure(t('byAssistant'), aiHandledCalls),
    figure(t('average'), duration(averageDurationSeconds)),
  );

/** @param {Call} call */
const row = (call) => {
  const link = h('a', { href: `#/calls/${call.id}` }, moment(call.startedAt ?? call.createdAt));
  const cell = (label, ...content) => h('td', { 'data-label': label }, ...content);
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

/** @param {Call[]} calls */
const table = (calls) =>
  h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, t(title))))),
    h('tbody', {}, ...calls.map(row)),
  );

const filterFields = () => [
  field(t('search'), { type: 'search', name: 'search', placeholder: t('searchHint') }),
  choice(t('outcome'), 'outcome', 'outcomes', namesOf('outcomes')),
  choice(t('status'), 'status', 'statuses', statuses),
  choice(t('direction'), 'direction', 'directions', namesOf('directions')),
  choice(t('provider'), 'provider', 'providers', providers),
  field(t('from'), { type: 'date', name: 'startDate' }),
  field(t('to'), { type: 'date', name: 'endDate' }),
];

/** What the last days add up to; nothing for those who may not see it. */
const summary = () => {
  const element = h('div');
  const show = async () => {
    if (!session.may('analytics:read')) return;
    const query = { startDate: dayAgo(30) };
    const metrics = await take(api.GET('/dashboard/calls/metrics', { params: { query } })).catch(() => undefined);
    if (metrics) element.replaceChildren(h('p.quiet', {}, t('last30')), figures(metrics));
  };
  return { element, show };
};

/**
 * The list of calls. It keeps itself up to date while it is looked at.
 * @param {AbortSignal} signal
 */
export const callsView = (signal) => {
  let wanted = {};
  const totals = summary();
  const empty = () => h('p.empty', {}, Object.keys(wanted).length > 0 ? t('noCalls') : t('noCallsYet'));
  const list = paged(signal, {
    load: (cursor) =>
      take(api.GET('/dashboard/calls', { params: { query: { ...wanted, limit: 25, ...(cursor && { cursor }) } } })),
    draw: (calls) => [calls.length > 0 ? table(calls) : empty()],
    found: 'found',
  });
  const timer = setInterval(() => {
    if (document.hidden) return;
    void list.show({ quietly: true });
    void totals.show();
  }, refreshMs);
  signal.addEventListener('abort', () => clearInterval(timer));
  const change = (values) => {
    wanted = values;
    return list.restart();
  };
  const exported = () =>
    api.GET('/dashboard/calls/export', { params: { query: { ...wanted, delimiter: delimiter() } }, parseAs: 'blob' });
  void list.show();
  void totals.show();
  return [
    h('h1', {}, t('calls')),
    totals.element,
    filters(filterFields(), change),
    h('p.above', {}, downloadButton(exported)),
    list.element,
  ];
};
