import { api, session, take } from './api.js';
import { h } from './dom.js';
import { choice, field } from './fields.js';
import { moment, phone } from './format.js';
import { listPage } from './listPage.js';
import { announce, badge } from './parts.js';
import { keepFresh } from './refresh.js';
import { cell, tableOf } from './tables.js';
import { workButton } from './workButton.js';
import { namesOf, t } from './words.js';

/** @typedef {import('./client.js').Schemas['WorkItem']} WorkItem */

const refreshMs = 15_000;

/** @type {import('./words.js').Word[]} */
const titles = ['workDue', 'workKind', 'workText', 'caller', 'itsCall', 'status'];

/**
 * What can be done about one.
 * @param {WorkItem} item
 * @param {() => unknown} onChange
 */
const buttons = ({ id, status }, onChange) => {
  /** @param {WorkItem['status']} next */
  const set = (next) => async () => {
    await take(api.PATCH('/dashboard/work-items/{id}', { params: { path: { id } }, body: { status: next } }));
    announce(t('workSaved'));
    onChange();
  };
  return status === 'open'
    ? [workButton(t('workDone'), set('done')), ' ', workButton(t('workCancel'), set('cancelled'))]
    : [workButton(t('workReopen'), set('open'))];
};

/**
 * @param {WorkItem} item
 * @param {() => unknown} onChange
 */
const row = (item, onChange) => {
  const { kind, text, callerName, callerNumber, callId, dueAt, priority, status, overdue, result } = item;
  return h(
    'tr',
    {},
    cell(t('workDue'), moment(dueAt), ' ', priority === 'emergency' && badge('workPriorities', priority)),
    cell(t('workKind'), badge('workKinds', kind)),
    cell(t('workText'), text, result && h('p.quiet', {}, result)),
    cell(t('caller'), callerName && h('span', {}, callerName, ' '), phone(callerNumber)),
    cell(t('itsCall'), callId && h('a', { href: `#/calls/${encodeURIComponent(callId)}` }, t('theCall'))),
    cell(
      t('status'),
      badge('workStates', overdue ? 'overdue' : status),
      ' ',
      ...(session.may('work_items:write') ? buttons(item, onChange) : []),
    ),
  );
};

/**
 * What was promised to callers, the next due first. It keeps itself up to date while it is looked at.
 * @param {AbortSignal} signal
 * @param {import('./listPage.js').Place} place
 */
export const workView = (signal, place) => {
  const list = listPage(signal, place, {
    heading: h('h1', {}, t('work')),
    before: [h('p.quiet', {}, t('workHint'))],
    fields: [
      field(t('search'), { type: 'search', name: 'search', placeholder: t('workSearch') }),
      choice(t('status'), 'status', 'workStates', namesOf('workStates')),
      choice(t('workKind'), 'kind', 'workKinds', namesOf('workKinds')),
      choice(t('workPriority'), 'priority', 'workPriorities', namesOf('workPriorities')),
    ],
    load: (query) => take(api.GET('/dashboard/work-items', { params: { query } })),
    fetchFile: (query) => api.GET('/dashboard/work-items/export', { params: { query }, parseAs: 'blob' }),
    draw: (items) => [
      tableOf(
        titles,
        items.map((item) => row(item, () => list.show({ quietly: true }))),
      ),
    ],
    found: 'foundWork',
    empty: 'noWorkYet',
    noMatch: 'noWork',
  });
  keepFresh(signal, refreshMs, () => list.show({ quietly: true }));
  return [list.element];
};
