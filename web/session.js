const key = 'reception.session';

/** A token this close to its end is exchanged first: it must not expire on the way. */
const earlyMs = 60_000;

/**
 * @typedef {import('./client.js').Schemas['SignedIn']} SignedIn
 * @typedef {Pick<SignedIn, 'accessToken' | 'refreshToken' | 'user' | 'tenant'> & { expiresAt: number }} Held
 */

/**
 * @typedef {object} SessionParts
 * @property {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage what all tabs share
 * @property {(work: () => Promise<string | undefined>) => Promise<string | undefined>} inTurn runs one work at a time, over all tabs
 * @property {(refreshToken: string) => Promise<SignedIn | undefined>} exchange undefined when the session is over; throws when that is unknown
 * @property {() => void} [onEnded] called when a session ends without a sign-out
 * @property {() => number} [now] milliseconds
 */

/**
 * Who is signed in, in all tabs of this browser. A refresh token is good once, and coming back with a used one ends
 * the session: so tabs take turns, and a tab that had to wait takes the token that the one before has got.
 * @param {SessionParts} parts
 */
export const createSession = ({ storage, inTurn, exchange, onEnded = () => {}, now = Date.now }) => {
  /** @returns {Held | null} */
  const get = () => JSON.parse(storage.getItem(key) ?? 'null');

  /** @param {SignedIn} signedIn */
  const set = ({ accessToken, refreshToken, expiresIn, user, tenant }) => {
    const expiresAt = now() + expiresIn * 1_000;
    storage.setItem(key, JSON.stringify({ accessToken, refreshToken, expiresAt, user, tenant }));
  };

  const clear = () => storage.removeItem(key);

  /**
   * Exchanges an access token that has had its time.
   * @param {string} stale
   * @returns {Promise<string | undefined>} the one to use from now on; undefined when the user has signed out meanwhile
   */
  const renew = (stale) =>
    inTurn(async () => {
      const held = get();
      if (held?.accessToken !== stale) return held?.accessToken;
      const signedIn = await exchange(held.refreshToken);
      // A sign-out or sign-in meanwhile counts more.
      if (get()?.refreshToken === held.refreshToken) {
        if (signedIn) {
          set(signedIn);
        } else {
          clear();
          onEnded();
        }
      }
      return get()?.accessToken;
    });

  return {
    get,
    set,
    clear,
    renew,
    /** After something that it shows has changed: who the user is, what they may do, where. */
    refresh: async () => {
      const held = get();
      if (held) await renew(held.accessToken);
    },
    /** @param {import('./client.js').Schemas['User']['permissions'][number]} permission */
    may: (permission) => get()?.user.permissions.includes(permission) ?? false,
    /** The access token to send; undefined without a signed-in user. */
    token: async () => {
      const held = get();
      if (!held || held.expiresAt - now() > earlyMs) return held?.accessToken;
      return renew(held.accessToken);
    },
    /** Whether another tab's change of the storage is about the session. @param {string | null} changed null: all of it */
    isAbout: (changed) => changed === key || changed === null,
  };
};

/** @param {Response} response */
const isRefused = async (response) => {
  if (response.status !== 401) return false;
  const problem = await response
    .clone()
    .json()
    .catch(() => undefined);
  return problem?.code === 'auth.required';
};

/**
 * A `fetch` for requests that carry the session's token: one that is refused goes again, once, with a new token.
 * @param {Pick<ReturnType<typeof createSession>, 'renew'>} session
 * @param {(request: Request) => Promise<Response>} send
 * @returns {(request: Request) => Promise<Response>}
 */
export const renewing = (session, send) => async (request) => {
  const again = request.clone();
  const response = await send(request);
  const sent = request.headers.get('authorization')?.replace('Bearer ', '');
  if (!sent || !(await isRefused(response))) return response;
  const token = await session.renew(sent);
  if (!token) return response;
  again.headers.set('authorization', `Bearer ${token}`);
  return send(again);
};

/** Runs one work at a time, in this tab. */
export const createQueue = () => {
  let last = Promise.resolve();
  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  return (work) => {
    const done = last.then(work);
    last = done.then(
      () => {},
      () => {},
    );
    return done;
  };
};
