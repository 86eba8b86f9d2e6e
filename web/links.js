import { open, Problem, session, take } from './api.js';
import { h } from './dom.js';
import { field } from './fields.js';
import { accountHint, form, newPasswordField, submitButton } from './forms.js';
import { failure, loading } from './parts.js';
import { explain } from './problems.js';
import { t } from './words.js';

const deadEnd = (title, text) =>
  h('div.card.stack.login', {}, h('h1', {}, title), h('p', {}, text), h('a', { href: '#/' }, t('backToSignIn')));

/**
 * Where a mailed link leads: a new password.
 * @param {string | undefined} token
 * @param {() => void} onReset
 */
export const resetView = (token, onReset) => {
  if (!token) return [deadEnd(t('resetTitle'), t('linkNeeded'))];
  const reset = async ({ newPassword = '' }) => {
    await take(open.POST('/auth/password/reset', { body: { token, newPassword } }));
    // Whatever session there was has ended with it.
    session.clear();
    onReset();
  };
  const again = h('a', { href: '#/forgot' }, t('anotherLink'));
  const fields = [h('h1', {}, t('resetTitle')), newPasswordField()];
  return [form('form.card.stack.login', fields, [submitButton(t('save')), again], reset)];
};

/**
 * Where an invitation leads: greets, asks for a password, and signs in.
 * @param {string | undefined} token
 * @param {AbortSignal} signal
 * @param {() => void} onSignedIn
 */
export const invitationView = (token, signal, onSignedIn) => {
  if (!token) return [deadEnd(t('join'), t('linkNeeded'))];
  const content = h('div', {}, loading());
  const accept = async ({ name = '', password = '' }) => {
    session.set(await take(open.POST('/auth/invitations/accept', { body: { token, name, password } })));
    onSignedIn();
  };
  const show = async () => {
    try {
      const { email, name, tenant } = await take(open.POST('/auth/invitations/lookup', { body: { token } }));
      if (signal.aborted) return;
      const fields = [
        h('h1', {}, t('welcome', name)),
        h('p.quiet', {}, t('invitedTo', tenant.name)),
        accountHint(email),
        field(t('name'), { name: 'name', value: name, autocomplete: 'name', required: true, maxlength: 100 }),
        newPasswordField('password'),
      ];
      content.replaceChildren(form('form.card.stack.login', fields, [submitButton(t('join'))], accept));
    } catch (error) {
      const isOver = error instanceof Problem && error.code === 'token.invalid';
      content.replaceChildren(isOver ? deadEnd(t('join'), explain(error)) : failure(error, show));
    }
  };
  void show();
  return [content];
};
