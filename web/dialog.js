import { h } from './dom.js';
import { form, submitButton } from './forms.js';
import { plainButton } from './parts.js';
import { t } from './words.js';

/**
 * Asks before something that is not easily undone. Escape and "cancel" leave everything as it is.
 * @param {object} question
 * @param {string} question.title
 * @param {string} question.hint
 * @param {string} question.yes what the button does
 * @param {Node[]} [question.fields]
 * @param {(values: Record<string, string>, form: HTMLFormElement) => Promise<unknown>} question.act what fails is shown in the dialog
 * @param {HTMLElement} [question.place] whose first button has the focus next, should the one that asked be gone
 */
export const ask = ({ title, hint, yes, fields = [], act, place }) => {
  const opener = document.activeElement;
  const send = async (values, element) => {
    await act(values, element);
    dialog.close();
  };
  const cancel = plainButton(t('cancel'), () => dialog.close());
  const heading = h('h2', { id: 'question' }, title);
  const dialog = h(
    'dialog.card',
    { 'aria-labelledby': 'question' },
    form('form.stack', [heading, h('p', {}, hint), ...fields], [submitButton(yes), cancel], send),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    const rest = opener instanceof HTMLElement && opener.isConnected ? opener : place?.querySelector('button');
    (rest ?? document.getElementById('main'))?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  if (fields.length === 0) cancel.focus();
};
