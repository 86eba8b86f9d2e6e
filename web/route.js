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
      const [path = '', search = ''] = place.hash.split('?');
      const [, page = '', given] = path.split('/');
      const rest = given ? decode(given) : undefined;
      const query = Object.fromEntries(new URLSearchParams(search));
      if (!secretPages.includes(page)) return { page, rest, query };
      if (rest) {
        secrets.set(page, rest);
        past.replaceState(null, '', `#/${page}`);
      }
      return { page, rest: secrets.get(page), query };
    },
    /** Keeps a list's filters when the page is reloaded or returned to. @param {Record<string, string>} query */
    keep: (query) => {
      const [path] = place.hash.split('?');
      const search = new URLSearchParams(query).toString();
      past.replaceState(null, '', search ? `${path}?${search}` : path);
    },
    /** For secrets that have been used, and are worthless since. */
    forget: () => secrets.clear(),
  };
};
