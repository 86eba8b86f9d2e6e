/** @typedef {import('./client.js').Schemas['EventType']} EventType */

/** @typedef {NonNullable<import('./client.js').paths['/dashboard/webhooks/endpoints']['post']['requestBody']>['content']['application/json']} NewEndpoint */

/**
 * @param {FormData} data
 * @param {string} name
 */
const textsOf = (data, name) => data.getAll(name).map((value) => (typeof value === 'string' ? value.trim() : ''));

/**
 * What the form of an endpoint says, as the API takes it. A header that was left empty is none.
 * @param {FormData} data
 * @returns {Required<Omit<NewEndpoint, 'secret'>>}
 */
export const endpointBody = (data) => {
  const texts = (name) => textsOf(data, name);
  const [url = ''] = texts('url');
  const [description = ''] = texts('description');
  const [rateLimit = ''] = texts('rateLimitPerSecond');
  const values = texts('headerValue');
  const headers = texts('headerName').map((name, index) => [name, values[index] ?? '']);
  const chosen = /** @type {NonNullable<NewEndpoint['eventTypes']>} */ (texts('eventTypes'));
  return {
    url,
    description,
    eventTypes: data.get('wants') === 'all' ? null : chosen,
    headers: Object.fromEntries(headers.filter(([name, value]) => name !== '' || value !== '')),
    rateLimitPerSecond: rateLimit === '' ? null : Number(rateLimit),
  };
};

/**
 * A header that is there twice would silently win over the other.
 * @param {FormData} data
 * @returns {string | undefined}
 */
export const repeatedHeader = (data) => {
  const names = textsOf(data, 'headerName');
  const lower = names.map((name) => name.toLowerCase());
  return names.find((name, index) => name !== '' && lower.indexOf(name.toLowerCase()) < index);
};
