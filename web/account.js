import { api, session, take } from './api.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { accountHint, currentPasswordField, form, newPasswordField, submitButton } from './forms.js';
import { announce, facts, plainButton, section } from './parts.js';
import { t, tOf } from './words.js';

const passwordForm = (email) => {
  const done = h('p.notice', { role: 'status', hidden: true }, t('passwordChanged'));
  const change = async ({ currentPassword = '', newPassword = '' }, element) => {
    done.hidden = true;
    await take(api.POST('/auth/password', { body: { currentPassword, newPassword } }));
    element.reset();
    done.hidden = false;
    announce(t('passwordChanged'));
  };
  const fields = [
    h('p.quiet', {}, t('changePasswordHint')),
    accountHint(email),
    currentPasswordField(t('currentPassword'), 'currentPassword'),
    newPasswordField(),
    done,
  ];
  return form('form.stack', fields, [submitButton(t('changePassword'))], change);
};

/**
 * Who is signed in, and what they may change of themselves.
 * @param {AbortSignal} _signal
 * @param {() => void} redraw
 */
export const accountView = (_signal, redraw) => {
  const held = session.get();
  if (!held) return [];
  const { user } = held;
  const everywhere = async () => {
    await take(api.POST('/auth/logout', { body: { everywhere: true } }));
    session.clear();
    redraw();
  };
  const askEverywhere = () =>
    ask({ title: t('signOutEverywhere'), hint: t('everywhereHint'), yes: t('signOutEverywhere'), act: everywhere });
  const who = facts([
    [t('name'), user.name],
    [t('email'), user.email],
    [t('role'), tOf('roles', user.role)],
  ]);
  return [
    h(
      'div.panels',
      {},
      section(t('account'), who),
      section(t('changePassword'), passwordForm(user.email)),
      section(
        t('sessions'),
        h('p.quiet', {}, t('everywhereHint')),
        h('p', {}, plainButton(t('signOutEverywhere'), askEverywhere)),
      ),
    ),
  ];
};
