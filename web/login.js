import { open, Problem, session, take } from './api.js';
import { h } from './dom.js';
import { currentPasswordField, emailField, form, submitButton } from './forms.js';
import { announce } from './parts.js';
import { explanations } from './problems.js';
import { t } from './words.js';

// The problem's own words are those for a password that is asked for again.
const explained = (error) =>
  error instanceof Problem && error.code === 'auth.invalid_credentials' ? [t('wrongPassword')] : explanations(error);

/**
 * @param {object} options
 * @param {() => void} options.onSignedIn
 * @param {string} [options.notice] what has just been done
 */
export const loginView = ({ onSignedIn, notice }) => {
  const signIn = async ({ email = '', password = '' }) => {
    session.set(await take(open.POST('/auth/login', { body: { email, password } })));
    onSignedIn();
  };
  const heading = [
    h('h1', {}, t('signInTitle')),
    notice ? h('p.notice', { role: 'status' }, notice) : h('p.quiet', {}, t('signInHint')),
  ];
  const fields = [...heading, emailField(), currentPasswordField(t('password'))];
  const forgot = h('a', { href: '#/forgot' }, t('forgot'));
  return [form('form.card.stack.login', fields, [submitButton(t('signIn')), forgot], signIn, explained)];
};

/** Asks for the mail that `resetView` needs. */
export const forgotView = () => {
  const back = h('a', { href: '#/' }, t('backToSignIn'));
  const sendLink = async ({ email = '' }) => {
    await take(open.POST('/auth/password/forgot', { body: { email } }));
    const text = t('linkSent', email);
    view.replaceChildren(h('h1', {}, t('forgotTitle')), h('p', {}, text), h('p', {}, back));
    announce(text);
  };
  const heading = [h('h1', {}, t('forgotTitle')), h('p.quiet', {}, t('forgotHint'))];
  const view = h(
    'div',
    {},
    form('form.stack', [...heading, emailField()], [submitButton(t('sendLink')), back], sendLink),
  );
  view.className = 'card login';
  return [view];
};
