import { api, take } from './api.js';

/** @typedef {import('./client.js').Schemas['Endpoint']} Endpoint */

/** @param {Endpoint} endpoint */
export const healthOf = ({ status, failingSince }) =>
  status === 'enabled' && failingSince !== null ? 'failing' : status;

/** @param {Pick<Endpoint, 'url'> & { description?: string }} endpoint */
export const nameOf = ({ url, description }) => description || URL.parse(url)?.host || url;

/** With the tag that a change of it sends back, so that nothing that somebody else has saved since is lost. */
export const readEndpoint = async (id) => {
  const answer = api.GET('/dashboard/webhooks/endpoints/{id}', { params: { path: { id } } });
  const endpoint = await take(answer);
  return { endpoint, etag: (await answer).response.headers.get('etag') ?? '*' };
};

/** @typedef {Awaited<ReturnType<typeof readEndpoint>>} Held */

/**
 * @param {Held} held
 * @param {NonNullable<import('./client.js').paths['/dashboard/webhooks/endpoints/{id}']['patch']['requestBody']>['content']['application/json']} body
 */
export const changeEndpoint = ({ endpoint: { id }, etag }, body) =>
  take(
    api.PATCH('/dashboard/webhooks/endpoints/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }),
  );
