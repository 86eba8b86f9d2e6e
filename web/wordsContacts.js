import { inEnglish, inFrench } from './counting.js';

const fr = {
  contact: 'Contact',
  contactsHint:
    'Les clients que vous connaissez par leur numéro. Leur nom paraît avec leurs appels, passés et à venir.',
  contactSearchHint: 'Nom, numéro, note',
  contactNumber: 'Numéro',
  contactNumberHint: 'Par exemple 514 555-1234; avec l’indicatif (+33…) hors du Canada et des États-Unis.',
  contactLanguage: 'Langue',
  languageUnknown: 'Inconnue',
  contactNotes: 'Notes',
  contactNotesHint: 'Ce qu’il faut savoir: l’accès, l’équipement, les préférences.',
  contactSince: 'Ajouté',
  contactChanged: 'Modifié',
  lastCall: 'Dernier appel',
  newContact: 'Nouveau contact',
  addContact: 'Ajouter aux contacts',
  backToContacts: 'Retour aux contacts',
  foundContacts: (n) => inFrench(n, 'contact', 'contacts'),
  noContacts: 'Aucun contact ne correspond.',
  noContactsYet: 'Aucun contact pour l’instant. Ajoutez-en un ici, ou depuis la page d’un appel.',
  contactCreated: 'Le contact est ajouté.',
  contactDeleted: 'Le contact est supprimé.',
  deleteContactTitle: (name) => `Supprimer ${name}?`,
  deleteContactHint: 'Son nom, sa langue et ses notes seront effacés pour de bon. Ses appels restent.',
  contactLanguages: { fr: 'Français', en: 'Anglais' },
};

/** @type {typeof fr} */
const en = {
  contact: 'Contact',
  contactsHint: 'The customers you know by their number. Their name shows with their calls, past and to come.',
  contactSearchHint: 'Name, number, note',
  contactNumber: 'Number',
  contactNumberHint: 'For example 514 555-1234; with its country code (+33…) outside Canada and the United States.',
  contactLanguage: 'Language',
  languageUnknown: 'Unknown',
  contactNotes: 'Notes',
  contactNotesHint: 'What is good to know: access, equipment, preferences.',
  contactSince: 'Added',
  contactChanged: 'Changed',
  lastCall: 'Last call',
  newContact: 'New contact',
  addContact: 'Add to contacts',
  backToContacts: 'Back to contacts',
  foundContacts: (n) => inEnglish(n, 'contact', 'contacts'),
  noContacts: 'No contact matches.',
  noContactsYet: 'No contacts yet. Add one here, or from the page of a call.',
  contactCreated: 'The contact is added.',
  contactDeleted: 'The contact is deleted.',
  deleteContactTitle: (name) => `Delete ${name}?`,
  deleteContactHint: 'The name, language and notes are erased for good. The calls stay.',
  contactLanguages: { fr: 'French', en: 'English' },
};

/** Words of the contacts: who is known by which number. */
export const contactWords = { fr, en };
