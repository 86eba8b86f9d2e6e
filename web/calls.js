import { h } from './dom.js';
import { cents, dayAgo, duration, moment, phone } from './format.js';
import { announce, badge, choice, failure, field, loading } from './parts.js';
import { ask } from './session.js';
import { t, tOf } from './words.js';

const statuses = ['queued', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'canceled', 'failed'];
const outcomes = [
  'BOOKED',
  'TRANSFERRED',
  'VOICEMAIL',
  'COMPLETED',
  'ABANDONED',
  'MISSED',
  'NO_ANSWER',
  'CANCELED',
  'FAILED',
];
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

const table = (calls, isFiltered) => {
  if (calls.length === 0) return h('p.empty', {}, isFiltered ? t('noCalls') : t('noCallsYet'));
  const titles = ['when', 'caller', 'callee', 'outcome', 'duration', 'cost', 'provider'];
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, t(title))))),
    h('tbody', {}, ...calls.map(row)),
  );
};

const filters = (values, onChange) => {
  const form = h(
    'form.filters',
    { role: 'search', onsubmit: (event) => event.preventDefault() },
    field(t('search'), {
      type: 'search',
      name: 'search',
      placeholder: t('searchHint'),
      value: values.get('search') ?? '',
    }),
    choice(t('outcome'), 'outcome', 'outcomes', outcomes, values.get('outcome')),
    choice(t('status'), 'status', 'statuses', statuses, values.get('status')),
    choice(t('direction'), 'direction', 'directions', ['INBOUND', 'OUTBOUND'], values.get('direction')),
    choice(t('provider'), 'provider', 'providers', ['TWILIO', 'SIGNALWIRE', 'VAPI'], values.get('provider')),
    field(t('from'), { type: 'date', name: 'startDate', value: values.get('startDate') ?? '' }),
    field(t('to'), { type: 'date', name: 'endDate', value: values.get('endDate') ?? '' }),
    h('button.plain', { type: 'reset' }, t('reset')),
  );
  const changed = () => onChange(new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== '')));
  let typing;
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(changed, 250);
  });
  form.addEventListener('reset', () => setTimeout(changed));
  // Folded on a phone, where the calls themselves come first.
  return h('details.fold', { open: matchMedia('(min-width: 761px)').matches }, h('summary', {}, t('filters')), form);
};

/** The list of calls. It keeps itself up to date while it is looked at. */
export const callsView = (signal) => {
  let query = new URLSearchParams();
  let cursor = null;
  let shown = '';
  const summary = h('div');
  const list = h('div.card', {}, loading());

  const show = async ({ quietly = false } = {}) => {
    const asked = query;
    try {
      const path = new URLSearchParams([...query, ['limit', '25'], ...(cursor ? [['cursor', cursor]] : [])]);
      const { data, pagination } = await ask(`/dashboard/calls?${path}`);
      if (asked !== query || signal.aborted) return;
      const text = JSON.stringify([data, pagination]);
      if (quietly && text === shown) return;
      shown = text;
      const page = (label, to) => h('button.plain', { type: 'button', onclick: () => ((cursor = to), show()) }, label);
      list.replaceChildren(
        table(data, query.size > 0),
        h(
          'p.pager',
          {},
          h('span.quiet', {}, t('found', pagination.total)),
          cursor && page(t('first'), null),
          pagination.nextCursor && page(t('more'), pagination.nextCursor),
        ),
      );
      if (!quietly) announce(t('found', pagination.total));
    } catch (error) {
      if (!quietly) list.replaceChildren(failure(error, () => show()));
    }
  };
  const showFigures = async () => {
    const metrics = await ask(`/dashboard/calls/metrics?startDate=${dayAgo(30)}`).catch(() => undefined);
    if (metrics) summary.replaceChildren(h('p.quiet', {}, t('last30')), figures(metrics));
  };

  const timer = setInterval(() => {
    if (document.hidden) return;
    void show({ quietly: true });
    void showFigures();
  }, refreshMs);
  signal.addEventListener('abort', () => clearInterval(timer));
  void show();
  void showFigures();
  const change = (values) => {
    query = values;
    cursor = null;
    void show();
  };
  return [h('h1', {}, t('calls')), summary, filters(query, change), list];
};
