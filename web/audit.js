import { api, take } from './api.js';
import { h } from './dom.js';
import { choice, dateFields, field } from './fields.js';
import { moment } from './format.js';
import { listPage } from './listPage.js';
import { facts } from './parts.js';
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
 * @param {import('./listPage.js').Place} place
 */
export const auditView = (signal, place) => {
  const fields = [
    field(t('search'), { type: 'search', name: 'search', placeholder: t('auditSearch') }),
    choice(t('action'), 'action', 'deeds', namesOf('deeds')),
    ...dateFields(),
  ];
  const list = listPage(signal, place, {
    heading: h('p.quiet', {}, t('auditHint')),
    fields,
    load: (query) => take(api.GET('/dashboard/audit', { params: { query } })),
    fetchFile: (query) => api.GET('/dashboard/audit/export', { params: { query }, parseAs: 'blob' }),
    draw: (events) => events.map(entry),
    found: 'entries',
    empty: 'noEntriesYet',
    noMatch: 'noEntries',
  });
  return [list.element];
};
