import { api, take } from './api.js';
import { h } from './dom.js';
import { field, select } from './fields.js';
import { form, submitButton } from './forms.js';
import { moment } from './format.js';
import { focusButton, plainButton } from './parts.js';
import { showOnce } from './secret.js';
import { namesOf, t, tOf } from './words.js';

/**
 * @typedef {import('./client.js').Schemas['Member']} Member
 * @typedef {Member['role']} Role
 */

/**
 * Roles that can be given: ownership is transferred instead.
 * @param {Role} [role] the present one
 */
export const roleField = (role = 'dispatcher') =>
  select(
    t('role'),
    'role',
    namesOf('roles')
      .filter((name) => name !== 'owner')
      .map((name) => [name, tOf('roles', name)]),
    role,
  );

/**
 * @param {Member} user
 * @param {import('./client.js').Schemas['Invitation']} invitation
 */
export const invitationCard = ({ name }, { url, expiresAt }) =>
  showOnce(t('invitationFor', name), t('invitationHint', moment(expiresAt)), url);

/**
 * A button that opens the form for one more user.
 * @param {() => unknown} onInvited
 */
export const invite = (onInvited) => {
  const place = h('div');
  const send = async ({ email = '', name = '', role = '' }) => {
    const body = { email, name, role: /** @type {Role} */ (role) };
    const { user, invitation } = await take(api.POST('/dashboard/users', { body }));
    show();
    place.prepend(invitationCard(user, invitation));
    void onInvited();
  };
  const cancel = () => {
    show();
    focusButton(place);
  };
  const open = () => {
    const fields = [
      h('h2', {}, t('invite')),
      field(t('name'), { name: 'name', required: true, maxlength: 100, autocomplete: 'off' }),
      field(t('email'), { type: 'email', name: 'email', required: true, autocomplete: 'off' }),
      roleField(),
    ];
    const buttons = [submitButton(t('sendInvitation')), plainButton(t('cancel'), cancel)];
    place.replaceChildren(form('form.card.stack', fields, buttons, send));
    place.querySelector('input')?.focus();
  };
  const show = () => place.replaceChildren(h('p', {}, h('button', { type: 'button', onclick: open }, t('invite'))));
  show();
  return place;
};
