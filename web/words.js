import { callWords } from './wordsCalls.js';
import { commonWords } from './wordsCommon.js';
import { contactWords } from './wordsContacts.js';
import { deliveryWords } from './wordsDeliveries.js';
import { endpointWords } from './wordsEndpoints.js';
import { fieldErrorWords } from './wordsFieldErrors.js';
import { peopleWords } from './wordsPeople.js';
import { problemWords } from './wordsProblems.js';
import { recordWords } from './wordsRecords.js';
import { settingsWords } from './wordsSettings.js';

const fr = {
  ...commonWords.fr,
  ...callWords.fr,
  ...contactWords.fr,
  ...deliveryWords.fr,
  ...endpointWords.fr,
  ...fieldErrorWords.fr,
  ...peopleWords.fr,
  ...problemWords.fr,
  ...recordWords.fr,
  ...settingsWords.fr,
};
/** @type {typeof fr} */
const en = {
  ...commonWords.en,
  ...callWords.en,
  ...contactWords.en,
  ...deliveryWords.en,
  ...endpointWords.en,
  ...fieldErrorWords.en,
  ...peopleWords.en,
  ...problemWords.en,
  ...recordWords.en,
  ...settingsWords.en,
};

/** @typedef {keyof typeof fr} Word */

/** The same in every language. */
const names = {
  TWILIO: 'Twilio',
  SIGNALWIRE: 'SignalWire',
  VAPI: 'Vapi',
  twilio: 'Twilio',
  signalwire: 'SignalWire',
  vapi: 'Vapi',
};

const key = 'reception.language';
let language = localStorage.getItem(key) === 'en' ? 'en' : 'fr';
const chosen = () => (language === 'en' ? en : fr);

/**
 * The words of the chosen language; French until another is chosen.
 * @param {Word} name
 * @param {...(string | number)} values
 * @returns {string}
 */
export const t = (name, ...values) => {
  const word = /** @type {unknown} */ (chosen()[name]);
  return typeof word === 'function' ? word(...values) : String(word);
};

/**
 * A word of one of the lists, such as `statuses`; what we do not know is shown as it is.
 * @param {Word} list
 * @param {string} name
 * @returns {string}
 */
export const tOf = (list, name) => {
  const words = /** @type {Record<string, string>} */ (/** @type {unknown} */ (chosen()[list]));
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? names[name] ?? name;
};

/**
 * A sentence of one of the lists, filled with what it is about; undefined for a code that came after this page.
 * @param {'problems' | 'reasons' | 'fieldErrors' | 'attemptErrors'} list
 * @param {string} code
 * @param {object} [params]
 * @returns {string | undefined}
 */
export const sentenceOf = (list, code, params = {}) => {
  const sentences = /** @type {Record<string, string | ((params: object) => string)>} */ (chosen()[list]);
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return typeof sentence === 'function' ? sentence(params) : sentence;
};

/** The names in one of the lists. @param {Word} list */
export const namesOf = (list) => Object.keys(fr[list]);

export const locale = () => (language === 'en' ? 'en-CA' : 'fr-CA');
export const currentLanguage = () => language;

export const switchLanguage = () => {
  language = language === 'en' ? 'fr' : 'en';
  localStorage.setItem(key, language);
};
