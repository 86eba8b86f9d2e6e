import { Problem } from './api.js';
import { t, tOf } from './words.js';

/** What the API says, in the reader's language where we have words for it. @param {string} message */
export const saying = (message) => {
  const known = tOf('sayings', message);
  if (known !== message) return known;
  // Some begin with the address that they are about.
  const open = message.replace(/^\S+/, '…');
  const general = tOf('sayings', open);
  return general === open ? message : general;
};

/**
 * What went wrong, in the reader's language where we have words for it.
 * @param {unknown} error
 * @returns {string}
 */
export const explain = (error) => {
  if (!(error instanceof Problem)) return t('offline');
  const { code = '', message } = error;
  const known = tOf('problems', code);
  return known === code ? saying(message) : known;
};

/**
 * A line for each thing that is wrong with what was sent.
 * @param {unknown} error
 * @returns {string[]}
 */
export const explanations = (error) =>
  error instanceof Problem && error.errors.length > 0
    ? error.errors.map(({ path, message }) =>
        [path.replace(/^body\.?/, ''), saying(message)].filter(Boolean).join(': '),
      )
    : [explain(error)];
