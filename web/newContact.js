import { api, take } from './api.js';
import { contactForm } from './contactForm.js';
import { h } from './dom.js';
import { announce } from './parts.js';
import { t } from './words.js';

/** The address of the form for one more contact. @param {string} [number] the number that it has at first */
export const newContactHash = (number) =>
  number === undefined ? '#/contacts/new' : `#/contacts/new?${new URLSearchParams({ number })}`;

/**
 * A contact that does not exist yet.
 * @param {import('./listPage.js').Place} place its query holds the number, where a call's page leads here
 */
export const newContactView = ({ query: { number = '' } }) => {
  const send = async (body) => {
    const { id } = await take(api.POST('/dashboard/contacts', { body }));
    location.hash = `#/contacts/${id}`;
    announce(t('contactCreated'));
  };
  const cancel = () => {
    location.hash = '#/contacts';
  };
  return [
    h('p', {}, h('a', { href: '#/contacts' }, `← ${t('backToContacts')}`)),
    h('h1', {}, t('newContact')),
    h('section.card', {}, contactForm({ contact: { number }, yes: t('create'), cancel, send })),
  ];
};
