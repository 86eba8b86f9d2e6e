/** Replaces an address that the caller withheld. */
const withheld = 'anonymous';

/** What vendors, exchanges and display names say instead of a number that is not shown; letters and digits only. */
const withheldWords = [
  'anonymous',
  'anonyme',
  'restricted',
  'blocked',
  'unknown',
  'inconnu',
  'unavailable',
  'private',
  'prive',
  'privatenumber',
  'numeroprive',
  'withheld',
  'masque',
  'numeromasque',
  'nocallerid',
  'notavailable',
  'outofarea',
  'anonymouscaller',
  'unknowncaller',
];

const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** The word as it is typed on a telephone: `ANONYMOUS` is 266696687, which carriers send as a number. */
const typed = (word: string): string =>
  word.replaceAll(/[a-z]/g, (letter) => String(keys.findIndex((key) => key.includes(letter)) + 2));

const withheldNames = new Set(withheldWords.flatMap((word) => [word, typed(word)]));

/** `"Anonymous" <sip:anonymous@anonymous.invalid;user=phone>` names `anonymous`. */
const nameIn = (address: string): string => {
  const inner = /<([^>]*)>/.exec(address)?.[1] ?? address;
  const [user = ''] = inner.replace(/^\s*(?:sips?|tel|client):/i, '').split(/[@;?]/);
  return user
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
};

/** SIP allows no longer ones either. */
const maxLength = 255;

export const isWithheld = (address: string): boolean =>
  address.length <= maxLength &&
  (withheldNames.has(nameIn(address)) || /@(?:[\w-]+\.)*(?:anonymous|unknown)\.invalid\b/i.test(address));

/** An address in the one spelling that we keep: as it came, or `anonymous` where the caller withheld it. */
export const addressOf = (address: string): string => (isWithheld(address) ? withheld : address);
