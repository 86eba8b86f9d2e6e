import { api, session, take } from './api.js';
import { h } from './dom.js';
import { moment } from './format.js';
import { invite } from './invite.js';
import { memberForm } from './member.js';
import { paged } from './paged.js';
import { badge } from './parts.js';
import { t, tOf } from './words.js';

/** @typedef {import('./client.js').Schemas['Member']} Member */

/**
 * @param {Member} member
 * @param {() => HTMLElement | undefined} details what can be changed; made when somebody opens it
 */
const entry = ({ id, name, email, role, status, lastLoginAt }, details) => {
  const isMe = id === session.get()?.user.id;
  const lastLogin = `${t('lastLogin')}: ${lastLoginAt ? moment(lastLoginAt) : t('never')}`;
  const who = h('span.grow', {}, h('strong', {}, name), isMe && ` (${t('you')})`, ' ', h('span.quiet', {}, email));
  const line = [
    who,
    h('span.badge', {}, tOf('roles', role)),
    badge('statuses', status),
    h('span.quiet.wide', {}, lastLogin),
  ];
  if (!session.may('users:write')) return h('div.entry', {}, ...line);
  const content = h('div');
  const open = ({ target }) => target.open && content.childElementCount === 0 && content.replaceChildren(details() ?? '');
  return h('details', { ontoggle: open }, h('summary', {}, ...line), content);
};

/**
 * Everybody who works here.
 * @param {AbortSignal} signal
 * @param {() => void} redraw
 */
export const teamView = (signal, redraw) => {
  const links = h('div', { 'aria-live': 'polite' });
  const list = paged(signal, {
    load: (cursor) =>
      take(api.GET('/dashboard/users', { params: { query: { limit: 100, ...(cursor && { cursor }) } } })),
    draw: (members) =>
      members.length > 0
        ? members.map((member) => entry(member, () => memberForm(member, { links, redraw, onChange: list.show })))
        : [h('p.empty', {}, t('noPeople'))],
    found: 'people',
  });
  void list.show();
  return [invite(() => list.restart()), links, list.element];
};
