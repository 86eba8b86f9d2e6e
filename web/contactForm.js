import { contactBody } from './contactFields.js';
import { field, select, textArea } from './fields.js';
import { form, submitButton } from './forms.js';
import { plainButton } from './parts.js';
import { namesOf, t, tOf } from './words.js';

/**
 * The form of a contact, new or not.
 * @param {object} options
 * @param {Partial<import('./client.js').Schemas['Contact']>} options.contact its values at first
 * @param {string} options.yes what the button does
 * @param {() => void} options.cancel
 * @param {(body: ReturnType<typeof contactBody>) => Promise<unknown>} options.send
 */
export const contactForm = ({ contact: { number, name, language, notes }, yes, cancel, send }) => {
  const plain = { autocomplete: 'off', required: true };
  const languages = namesOf('contactLanguages').map((word) => {
    return /** @type {[string, string]} */ ([word, tOf('contactLanguages', word)]);
  });
  const fields = [
    field(t('name'), { name: 'name', value: name, maxlength: 100, ...plain }),
    field(t('contactNumber'), { name: 'number', type: 'tel', value: number, ...plain }, t('contactNumberHint')),
    select(t('contactLanguage'), 'language', [['', t('languageUnknown')], ...languages], language ?? ''),
    textArea(t('contactNotes'), { name: 'notes', maxlength: 5_000, rows: 4 }, notes, t('contactNotesHint')),
  ];
  const buttons = [submitButton(yes), plainButton(t('cancel'), cancel)];
  return form('form.stack', fields, buttons, (values) => send(contactBody(values)));
};
