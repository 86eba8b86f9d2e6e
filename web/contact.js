import { api, session, take } from './api.js';
import { editedFields } from './contactFields.js';
import { contactForm } from './contactForm.js';
import { ask } from './dialog.js';
import { h } from './dom.js';
import { moment, phone } from './format.js';
import { announce, facts, failure, focusButton, loading, plainButton } from './parts.js';
import { tagToSave, takeTagged } from './tagged.js';
import { t, tOf } from './words.js';

/** @typedef {import('./client.js').Schemas['Contact']} Contact */

/** @param {string} id */
const readContact = (id) => takeTagged(api.GET('/dashboard/contacts/{id}', { params: { path: { id } } }));

/** @param {Contact} contact */
const askDelete = ({ id, name }) =>
  ask({
    title: t('deleteContactTitle', name),
    hint: t('deleteContactHint'),
    yes: t('delete'),
    act: async () => {
      await take(api.DELETE('/dashboard/contacts/{id}', { params: { path: { id } } }));
      location.hash = '#/contacts';
      announce(t('contactDeleted'));
    },
  });

/** How many calls, and where they are listed. @param {Contact} contact */
const callsLink = ({ number, callCount }) => {
  const text = t('found', callCount);
  const isLink = callCount > 0 && session.may('calls:read');
  return isLink ? h('a', { href: `#/calls?${new URLSearchParams({ search: number })}` }, text) : text;
};

/** @param {Contact} contact */
const factsOf = (contact) =>
  facts([
    [t('contactNumber'), phone(contact.number)],
    [
      t('contactLanguage'),
      contact.language === null ? t('languageUnknown') : tOf('contactLanguages', contact.language),
    ],
    [t('contactNotes'), contact.notes === '' ? null : h('span.lines', {}, contact.notes)],
    [t('calls'), callsLink(contact)],
    [t('lastCall'), contact.lastCallAt && moment(contact.lastCallAt)],
    [t('contactSince'), moment(contact.createdAt)],
    [t('contactChanged'), moment(contact.updatedAt)],
  ]);

/**
 * A contact: shown, or being changed.
 * @param {Contact} initial
 */
const panel = (initial) => {
  let contact = initial;
  const heading = h('h1', {}, contact.name);
  const card = h('section.card', { 'aria-label': t('contact') });
  const close = () => {
    show();
    focusButton(card);
  };
  const edit = () => {
    const drawn = contact;
    const send = async (body) => {
      const { id } = drawn;
      const etag = tagToSave(drawn, await readContact(id), editedFields);
      const params = { path: { id }, header: { 'If-Match': etag } };
      contact = await take(api.PATCH('/dashboard/contacts/{id}', { params, body }));
      close();
      announce(t('saved'));
    };
    card.replaceChildren(contactForm({ contact: drawn, yes: t('save'), cancel: close, send }));
    card.querySelector('input')?.focus();
  };
  const show = () => {
    heading.textContent = contact.name;
    document.title = [contact.name, t('product')].join(' · ');
    const buttons = [plainButton(t('delete'), () => askDelete(contact)), plainButton(t('edit'), edit)];
    card.replaceChildren(factsOf(contact), ...(session.may('contacts:write') ? [h('p.buttons', {}, ...buttons)] : []));
  };
  show();
  return [heading, card];
};

/**
 * One contact: what is known about it, and its calls.
 * @param {AbortSignal} signal
 * @param {string} id
 */
export const contactView = (signal, id) => {
  const content = h('div', {}, loading());
  const show = async () => {
    try {
      const { data } = await readContact(id);
      if (!signal.aborted) content.replaceChildren(...panel(data));
    } catch (error) {
      content.replaceChildren(failure(error, show));
    }
  };
  void show();
  return [h('p', {}, h('a', { href: '#/contacts' }, `← ${t('backToContacts')}`)), content];
};
