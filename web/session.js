const key = 'reception.session';

/** The signed-in user, for this tab only. */
export const session = {
  get: () => JSON.parse(sessionStorage.getItem(key) ?? 'null'),
  set: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
  clear: () => sessionStorage.removeItem(key),
};

/** What the API answered instead of what was asked for (RFC 9457). */
export class Problem extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem?.code;
    this.errors = problem?.errors ?? [];
  }
}

/** Asks the API. A token that is not accepted any more ends the session. */
export const ask = async (path, { method = 'GET', body } = {}) => {
  const token = session.get()?.accessToken;
  const response = await fetch(path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  if (response.status === 401 && token) {
    session.clear();
    window.dispatchEvent(new Event('signed-out'));
  }
  throw new Problem(response.status, answer);
};
