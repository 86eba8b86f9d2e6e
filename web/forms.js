import { Problem } from './api.js';
import { h, valuesOf } from './dom.js';
import { clearBeside, showBeside } from './fieldErrors.js';
import { field } from './fields.js';
import { explanations } from './problems.js';
import { t } from './words.js';

/**
 * @param {HTMLFormElement} element
 * @param {unknown} error
 * @returns {unknown} what remains to be said; undefined when everything is said beside its field
 */
const withoutThoseBeside = (element, error) => {
  if (!(error instanceof Problem) || error.errors.length === 0) return error;
  const errors = showBeside(element, error.errors);
  return errors.length > 0 ? new Problem(error.status, { errors }) : undefined;
};

/**
 * A form that sends once, and says what was wrong.
 * @param {'form' | `form.${string}`} tag
 * @param {Node[]} fields
 * @param {Node[]} buttons one of them submits
 * @param {(values: Record<string, string>, form: HTMLFormElement) => Promise<unknown>} send
 * @param {(error: unknown) => string[]} [explained]
 */
export const form = (tag, fields, buttons, send, explained = explanations) => {
  const problems = h('div', { role: 'alert' });
  let busy = false;
  const submit = async () => {
    // A disabled button would lose the focus; this one only waits.
    if (busy) return;
    busy = true;
    element.setAttribute('aria-busy', 'true');
    problems.replaceChildren();
    clearBeside(element);
    try {
      await send(valuesOf(element), element);
    } catch (error) {
      const rest = withoutThoseBeside(element, error);
      problems.replaceChildren(...(rest ? explained(rest).map((line) => h('p.error', {}, line)) : []));
    } finally {
      busy = false;
      element.removeAttribute('aria-busy');
    }
  };
  const element = h(
    tag,
    {
      onsubmit: (event) => {
        event.preventDefault();
        void submit();
      },
    },
    ...fields,
    problems,
    h('p.buttons', {}, ...buttons),
  );
  return element;
};

/** @param {string} text */
export const submitButton = (text) => h('button', { type: 'submit' }, text);

export const emailField = () =>
  field(t('email'), { type: 'email', name: 'email', autocomplete: 'username', required: true });

/** @param {string} label */
export const currentPasswordField = (label, name = 'password') =>
  field(label, { type: 'password', name, autocomplete: 'current-password', required: true });

export const newPasswordField = (name = 'newPassword') =>
  field(
    t('newPassword'),
    { type: 'password', name, autocomplete: 'new-password', required: true, minlength: 10, maxlength: 1024 },
    t('passwordHint'),
  );

/** Lets a password manager know whose password it is. @param {string} email */
export const accountHint = (email) =>
  h('input', { type: 'email', name: 'username', autocomplete: 'username', value: email, readonly: true, hidden: true });
