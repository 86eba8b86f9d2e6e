import { h } from './dom.js';
import { fieldSentence } from './problems.js';

/**
 * The field that a problem is about: by its name, or by `data-path` where several inputs make one. What is wrong inside
 * a list (`phoneNumbers.0`) is the list's.
 * @param {HTMLFormElement} form
 * @param {string} path
 * @returns {HTMLElement | undefined}
 */
const fieldAt = (form, path) => {
  const all = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('[name], [data-path]')]);
  const field = all.find((each) => (each.dataset['path'] ?? each.getAttribute('name')) === path);
  const end = path.lastIndexOf('.');
  return field ?? (end > 0 ? fieldAt(form, path.slice(0, end)) : undefined);
};

/** @param {HTMLElement} field */
const inputIn = (field) =>
  field.matches('input, select, textarea')
    ? field
    : (field.querySelector('input:checked') ?? field.querySelector('input, select, textarea'));

/** So far, of all forms: their ids differ. */
let lines = 0;

/**
 * Says what is wrong beside the field that it is about, and goes to the first of them.
 * @param {HTMLFormElement} form
 * @param {import('./api.js').FieldProblem[]} errors as the API lists them
 * @returns {import('./api.js').FieldProblem[]} those that no field is about
 */
export const showBeside = (form, errors) => {
  const others = [];
  const inputs = [];
  for (const error of errors) {
    const field = fieldAt(form, error.path.replace(/^body\./, ''));
    const input = field && inputIn(field);
    if (!field || !input) {
      others.push(error);
      continue;
    }
    const id = `error-${++lines}`;
    (field.closest('label') ?? field).append(h('small.error', { id }, fieldSentence(error)));
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), id].filter(Boolean).join(' '));
    inputs.push(input);
  }
  inputs[0]?.focus();
  return others;
};

/** Before it is sent again. @param {HTMLFormElement} form */
export const clearBeside = (form) => {
  for (const line of form.querySelectorAll('small.error')) line.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  }
};
