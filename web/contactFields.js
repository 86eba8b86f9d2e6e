/** @typedef {import('./client.js').Schemas['Contact']} Contact */

/**
 * What the form of a contact says, as the API takes it.
 * @param {Record<string, string>} values
 */
export const contactBody = ({ number = '', name = '', language = '', notes = '' }) => ({
  number,
  name,
  language: /** @type {Contact['language']} */ (language === '' ? null : language),
  notes,
});

/**
 * What a form can change, so what must not have changed since it was drawn. Calls come in at any time.
 * @param {Contact} contact
 */
export const editedFields = ({ number, name, language, notes }) => ({ number, name, language, notes });

/**
 * The phone number at the other end of a call, as contacts have it.
 * @param {Pick<import('./client.js').Schemas['Call'], 'direction' | 'from' | 'to'>} call
 * @returns {string | undefined} undefined where it is withheld, or where the call went over a SIP address
 */
export const numberOfCaller = ({ direction, from, to }) => {
  const address = direction === 'INBOUND' ? from : to;
  return address !== null && /^\+\d+$/.test(address) ? address : undefined;
};
