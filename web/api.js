import { createReceptionistClient } from './client.js';
import { createQueue, createSession, renewing } from './session.js';

/** For requests without a signed-in user. */
export const open = createReceptionistClient({ baseUrl: '' });

/** Lets the next tab have its turn if an exchange hangs. */
const exchangeMs = 20_000;

const exchange = async (refreshToken) => {
  const signal = AbortSignal.timeout(exchangeMs);
  const { data, error, response } = await open.POST('/auth/refresh', { body: { refreshToken }, signal });
  if (response.ok) return data;
  if (error?.code === 'auth.refresh_invalid') return undefined;
  throw new Problem(response.status, error);
};

// Only pages that come over HTTPS, or from this computer, have locks; others take turns within the tab.
const { locks } = navigator;
const inTurn = locks ? (work) => locks.request('reception.session', work) : createQueue();

export const session = createSession({
  storage: localStorage,
  inTurn,
  exchange,
  onEnded: () => window.dispatchEvent(new Event('signed-out')),
});

/** Asks as the signed-in user. */
export const api = createReceptionistClient({
  baseUrl: '',
  token: session.token,
  fetch: renewing(session, (request) => fetch(request)),
});

/** @typedef {Omit<import('./client.js').Schemas['FieldProblem'], 'message'>} FieldProblem */
/** @typedef {Omit<Partial<import('./client.js').Problem>, 'errors'> & { errors?: FieldProblem[] }} ProblemBody */

/** What the API answered instead of what was asked for (RFC 9457). */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {ProblemBody | undefined} problem
   */
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem?.code;
    this.reason = problem?.reason;
    this.params = problem?.params;
    this.errors = problem?.errors ?? [];
  }
}

/**
 * What was asked for.
 * @template Data
 * @param {Promise<{ data?: Data, error?: unknown, response: Response }>} answer
 * @returns {Promise<NonNullable<Data>>}
 * @throws {Problem}
 */
export const take = async (answer) => {
  const { data, error, response } = await answer;
  if (response.ok) return /** @type {NonNullable<Data>} */ (data);
  throw new Problem(response.status, /** @type {ProblemBody | undefined} */ (error));
};
