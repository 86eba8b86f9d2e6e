/** Links that carry a secret, as `#/reset/pwr_…`. */
const secretPages = ['invitation', 'reset'];

/**
 * Reads the page's address. A secret in it is taken out, of the history too, and kept until the page is left.
 * @param {Pick<Location, 'hash'>} place
 * @param {Pick<History, 'replaceState'>} past
 */
export const createRoute = (place, past) => {
  /** @type {Map<string, string>} */
  const secrets = new Map();
  const decode = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  return {
    read: () => {
      const [, page = '', given] = place.hash.split('/');
      const rest = given ? decode(given) : undefined;
      if (!secretPages.includes(page)) return { page, rest };
      if (rest) {
        secrets.set(page, rest);
        past.replaceState(null, '', `#/${page}`);
      }
      return { page, rest: secrets.get(page) };
    },
    /** What has been used is good for nothing any more. */
    forget: () => secrets.clear(),
  };
};
