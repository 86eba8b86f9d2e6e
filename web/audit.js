import { api, take } from './api.js';
import { delimiter, downloadButton } from './download.js';
import { h } from './dom.js';
import { filters } from './filters.js';
import { moment } from './format.js';
import { paged } from './paged.js';
import { choice, facts, field } from './parts.js';
import { namesOf, t, tOf } from './words.js';

/** @typedef {import('./client.js').Schemas['AuditEvent']} AuditEvent */

const stateOf = (title, state) =>
  state ? [h('h2.small', {}, title), h('pre', {}, JSON.stringify(state, undefined, 2))] : [];

/** @param {AuditEvent} event */
const entry = ({ createdAt, actor, actorName, action, targetType, targetId, before, after, ...from }) =>
  h(
    'details',
    {},
    h(
      'summary',
      {},
      h('span.grow', {}, h('strong', {}, tOf('deeds', action)), ' ', h('span.quiet', {}, moment(createdAt))),
      h('span', {}, actorName ?? tOf('actors', actor)),
    ),
    h(
      'div.opened',
      {},
      facts([
        [t('action'), h('code', {}, action)],
        [t('by'), `${tOf('actors', actor)}${actorName ? ` · ${actorName}` : ''}`],
        [t('target'), h('code', {}, `${targetType} ${targetId}`)],
        [t('address'), from.address],
        [t('device'), from.userAgent],
        [t('request'), from.requestId && h('code', {}, from.requestId)],
      ]),
      ...stateOf(t('before'), before),
      ...stateOf(t('after'), after),
    ),
  );

/**
 * Who did what.
 * @param {AbortSignal} signal
 */
export const auditView = (signal) => {
  let wanted = {};
  const list = paged(signal, {
    load: (cursor) =>
      take(api.GET('/dashboard/audit', { params: { query: { ...wanted, limit: 50, ...(cursor && { cursor }) } } })),
    draw: (events) => (events.length > 0 ? events.map(entry) : [h('p.empty', {}, t('noEntries'))]),
    found: 'entries',
  });
  const fields = [
    field(t('search'), { type: 'search', name: 'search', placeholder: t('auditSearch') }),
    choice(t('action'), 'action', 'deeds', namesOf('deeds')),
    field(t('from'), { type: 'date', name: 'startDate' }),
    field(t('to'), { type: 'date', name: 'endDate' }),
  ];
  const change = (values) => {
    wanted = values;
    return list.restart();
  };
  const exported = () =>
    api.GET('/dashboard/audit/export', {
      params: { query: { ...wanted, delimiter: delimiter() } },
      parseAs: 'blob',
    });
  void list.show();
  return [
    h('p.quiet', {}, t('auditHint')),
    filters(fields, change),
    h('p.above', {}, downloadButton(exported)),
    list.element,
  ];
};
