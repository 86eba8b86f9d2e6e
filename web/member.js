import { api, session, take } from './api.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { currentPasswordField, form, submitButton } from './forms.js';
import { invitationCard, roleField } from './invite.js';
import { announce, field, plainButton } from './parts.js';
import { t } from './words.js';

/**
 * @typedef {import('./client.js').Schemas['Member']} Member
 * @typedef {{ links: HTMLElement, redraw: () => void, onChange: () => Promise<unknown> }} Surroundings
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
      // What this user may do is another thing now.
      const held = session.get();
      if (held) await session.renew(held.accessToken);
      redraw();
      announce(t('transferred'));
    },
  });

/**
 * @param {Member} member
 * @param {Surroundings} surroundings
 */
const buttonsFor = (member, surroundings) => {
  const { id, role, status } = member;
  const { links, onChange } = surroundings;
  if (role === 'owner' || id === session.get()?.user.id) return [];
  const inviteAgain = async () => {
    const path = { id };
    const { user, invitation } = await take(api.POST('/dashboard/users/{id}/invitation', { params: { path } }));
    links.replaceChildren(invitationCard(user, invitation));
  };
  const reactivate = async () => {
    await change(id, { active: true });
    await onChange();
  };
  const confirmed = (text, act) => plainButton(text, act);
  return [
    status === 'invited' && working(t('newInvitation'), inviteAgain),
    status === 'active' && session.may('ownership:transfer') && confirmed(t('transfer'), () => askTransfer(member, surroundings)),
    status === 'deactivated'
      ? working(t('reactivate'), reactivate)
      : confirmed(t('deactivate'), () => askDeactivate(member, surroundings)),
  ].filter((button) => button !== false);
};

/**
 * What can be changed of somebody. One's own role, and the owner's, are not for changing.
 * @param {Member} member
 * @param {Surroundings} surroundings
 */
export const memberForm = (member, surroundings) => {
  const isMe = member.id === session.get()?.user.id;
};
