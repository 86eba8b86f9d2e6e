import { api, session, take } from './api.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { field } from './fields.js';
import { currentPasswordField, form, submitButton } from './forms.js';
import { invitationCard, roleField } from './invite.js';
import { announce, plainButton } from './parts.js';
import { t } from './words.js';
import { workButton } from './workButton.js';

/**
 * @typedef {import('./client.js').Schemas['Member']} Member
 * @typedef {{ links: HTMLElement, redraw: () => void, onChange: () => Promise<unknown> }} Surroundings
 */

/** @param {Member} member */
export const isMe = ({ id }) => id === session.get()?.user.id;

/** Only the owner can change the owner. @param {Member} member */
export const isChangeable = (member) => session.may('users:write') && (member.role !== 'owner' || isMe(member));

/**
 * @param {string} id
 * @param {{ name?: string, role?: Member['role'], active?: boolean }} body
 */
const change = (id, body) => take(api.PATCH('/dashboard/users/{id}', { params: { path: { id } }, body }));

/**
 * @param {Member} member
 * @param {Surroundings} surroundings
 */
const askDeactivate = ({ id, name }, { onChange }) =>
  ask({
    title: t('deactivateTitle', name),
    hint: t('deactivateHint'),
    yes: t('deactivate'),
    act: async () => {
      await change(id, { active: false });
      await onChange();
    },
  });

/**
 * @param {Member} member
 * @param {Surroundings} surroundings
 */
const askTransfer = ({ id, name }, { redraw }) =>
  ask({
    title: t('transferTitle', name),
    hint: t('transferHint'),
    yes: t('transfer'),
    fields: [currentPasswordField(t('yourPassword'))],
    act: async ({ password = '' }) => {
      await take(api.POST('/dashboard/tenant/transfer', { body: { userId: id, password } }));
      await session.refresh();
      redraw();
      announce(t('transferred'));
    },
  });

/**
 * @param {Member} member
 * @param {Surroundings} surroundings
 */
const buttonsFor = (member, surroundings) => {
  const { id, status } = member;
  const { links, onChange } = surroundings;
  const inviteAgain = async () => {
    const path = { id };
    const { user, invitation } = await take(api.POST('/dashboard/users/{id}/invitation', { params: { path } }));
    links.replaceChildren(invitationCard(user, invitation));
  };
  const reactivate = async () => {
    await change(id, { active: true });
    await onChange();
  };
  if (status === 'deactivated') return [workButton(t('reactivate'), reactivate)];
  return [
    ...(status === 'invited' ? [workButton(t('newInvitation'), inviteAgain)] : []),
    ...(status === 'active' && session.may('ownership:transfer')
      ? [plainButton(t('transfer'), () => askTransfer(member, surroundings))]
      : []),
    plainButton(t('deactivate'), () => askDeactivate(member, surroundings)),
  ];
};

/**
 * What can be changed of a member; of oneself, only the name.
 * @param {Member} member
 * @param {Surroundings} surroundings
 */
export const memberForm = (member, surroundings) => {
  const mine = isMe(member);
  const save = async ({ name = '', role = '' }) => {
    await change(member.id, { name, ...(!mine && { role: /** @type {Member['role']} */ (role) }) });
    if (mine) await session.refresh();
    await surroundings.onChange();
    announce(t('saved'));
  };
  const fields = [
    field(t('name'), { name: 'name', value: member.name, required: true, maxlength: 100, autocomplete: 'off' }),
    ...(mine ? [] : [roleField(member.role)]),
  ];
  const buttons = [submitButton(t('save')), ...(mine ? [] : buttonsFor(member, surroundings))];
  return h('div.opened', {}, form('form.stack', fields, buttons, save));
};
