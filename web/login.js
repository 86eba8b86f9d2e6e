import { h } from './dom.js';
import { field } from './parts.js';
import { ask, session } from './session.js';
import { t } from './words.js';

/** @param {() => void} onSignedIn */
export const loginView = (onSignedIn) => {
  const problem = h('p.error', { role: 'alert' });
  const button = h('button', { type: 'submit' }, t('signIn'));
  const form = h(
    'form.card.stack.login',
    {},
    h('h1', {}, t('signInTitle')),
    h('p.quiet', {}, t('signInHint')),
    field(t('email'), { type: 'email', name: 'email', autocomplete: 'username', required: true }),
    field(t('password'), { type: 'password', name: 'password', autocomplete: 'current-password', required: true }),
    problem,
    button,
  );
  const signIn = async () => {
    button.disabled = true;
    problem.textContent = '';
    try {
      const { accessToken, user, tenant } = await ask('/auth/login', {
        method: 'POST',
        body: Object.fromEntries(new FormData(form)),
      });
      session.set({ accessToken, user, tenant });
      onSignedIn();
    } catch (error) {
      problem.textContent = error.code === 'auth.invalid_credentials' ? t('wrongPassword') : error.message;
    } finally {
      button.disabled = false;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void signIn();
  });
  return [form];
};
