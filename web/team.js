import { api, session, take } from './api.js';
import { h } from './dom.js';
import { moment } from './format.js';
import { invite } from './invite.js';
import { isChangeable, isMe, memberForm } from './member.js';
import { paged } from './paged.js';
import { badge } from './parts.js';
import { t, tOf } from './words.js';

/** @typedef {import('./client.js').Schemas['Member']} Member */

/**
 * @param {Member} member
 * @param {() => HTMLElement} details what can be changed; made when the entry is opened
 */
const entry = (member, details) => {
  const { name, email, role, status, lastLoginAt } = member;
  const line = [
    h('span.grow', {}, h('strong', {}, name), isMe(member) && ` (${t('you')})`, ' ', h('span.quiet', {}, email)),
    h('span.badge', {}, tOf('roles', role)),
    badge('statuses', status),
    h('span.quiet.wide', {}, `${t('lastLogin')}: ${lastLoginAt ? moment(lastLoginAt) : t('never')}`),
  ];
  if (!isChangeable(member)) return h('div.entry', {}, ...line);
  const content = h('div');
  const open = ({ target }) => {
    if (target.open && content.childElementCount === 0) content.append(details());
  };
  return h('details', { ontoggle: open }, h('summary', {}, ...line), content);
};

/**
 * The users of the tenant.
 * @param {AbortSignal} signal
 * @param {() => void} redraw
 */
export const teamView = (signal, redraw) => {
  const links = h('div');
  const list = paged(signal, {
    load: (query) => take(api.GET('/dashboard/users', { params: { query } })),
    draw: (members) =>
      members.map((member) => entry(member, () => memberForm(member, { links, redraw, onChange: list.show }))),
    found: 'people',
    empty: () => 'noPeople',
    perPage: 100,
  });
  void list.show();
  return [...(session.may('users:write') ? [invite(() => list.restart())] : []), links, list.element];
};
