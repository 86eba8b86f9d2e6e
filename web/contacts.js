import { api, session, take } from './api.js';
import { h } from './dom.js';
import { choice, field } from './fields.js';
import { moment, number as written, phone } from './format.js';
import { listPage } from './listPage.js';
import { newContactHash } from './newContact.js';
import { cell, tableOf } from './tables.js';
import { namesOf, t, tOf } from './words.js';

/** @param {import('./client.js').Schemas['Contact']} contact */
const row = ({ id, name, number, language, callCount, lastCallAt }) =>
  h(
    'tr',
    {},
    cell(t('name'), h('a', { href: `#/contacts/${id}` }, name)),
    cell(t('contactNumber'), phone(number)),
    cell(t('contactLanguage'), language === null ? t('none') : tOf('contactLanguages', language)),
    cell(t('calls'), written(callCount)),
    cell(t('lastCall'), moment(lastCallAt)),
  );

/** @type {import('./words.js').Word[]} */
const titles = ['name', 'contactNumber', 'contactLanguage', 'calls', 'lastCall'];

/**
 * Who is known by which number.
 * @param {AbortSignal} signal
 * @param {import('./listPage.js').Place} place
 */
export const contactsView = (signal, place) => {
  const add = session.may('contacts:write') && [h('a.action', { href: newContactHash() }, t('newContact'))];
  const list = listPage(signal, place, {
    heading: h('h1', {}, t('contacts')),
    actions: add || [],
    before: [h('p.quiet.lead', {}, t('contactsHint'))],
    fields: [
      field(t('search'), { type: 'search', name: 'search', placeholder: t('contactSearchHint') }),
      choice(t('contactLanguage'), 'language', 'contactLanguages', namesOf('contactLanguages')),
    ],
    load: (query) => take(api.GET('/dashboard/contacts', { params: { query } })),
    fetchFile: (query) => api.GET('/dashboard/contacts/export', { params: { query }, parseAs: 'blob' }),
    draw: (contacts) => [tableOf(titles, contacts.map(row))],
    found: 'foundContacts',
    empty: 'noContactsYet',
    noMatch: 'noContacts',
  });
  return [list.element];
};
