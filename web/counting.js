/**
 * Writes numbers as a language does in Canada, each with the word that it counts.
 * @param {'fr-CA' | 'en-CA'} locale
 */
const counting = (locale) => {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  /**
   * @param {number} n
   * @param {string} one
   * @param {string} [more] where the plural is another word
   */
  return (n, one, more = one) => `${numbers.format(n)} ${plurals.select(n) === 'one' ? one : more}`;
};

/** `0 appel`, `1 500 appels` */
export const inFrench = counting('fr-CA');

/** `0 calls`, `1,500 calls` */
export const inEnglish = counting('en-CA');
