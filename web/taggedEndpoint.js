import { api, take } from './api.js';
import { tagToSave, takeTagged } from './tagged.js';

/**
 * @typedef {import('./client.js').Schemas['Endpoint']} Endpoint
 * @typedef {NonNullable<import('./client.js').paths['/dashboard/webhooks/endpoints/{id}']['patch']['requestBody']>['content']['application/json']} EndpointChange
 */

/** @param {Endpoint} endpoint */
export const healthOf = ({ status, failingSince }) =>
  status === 'enabled' && failingSince !== null ? 'failing' : status;

/** @param {Pick<Endpoint, 'url'> & { description?: string }} endpoint */
export const nameOf = ({ url, description }) => description || URL.parse(url)?.host || url;

/** With the tag of how it is now. @param {string} id */
export const readEndpoint = async (id) => {
  const { data, etag } = await takeTagged(api.GET('/dashboard/webhooks/endpoints/{id}', { params: { path: { id } } }));
  return { endpoint: data, etag };
};

/**
 * @param {string} id
 * @param {EndpointChange} body
 * @param {string} [etag] of what must be there still
 */
export const changeEndpoint = (id, body, etag) => {
  const params = { path: { id }, ...(etag !== undefined && { header: { 'If-Match': etag } }) };
  return take(api.PATCH('/dashboard/webhooks/endpoints/{id}', { params, body }));
};

/** @param {Endpoint} endpoint */
const settingsOf = ({ url, description, eventTypes, headers, rateLimitPerSecond }) => [
  url,
  description,
  eventTypes,
  headers,
  rateLimitPerSecond,
];

/**
 * Saves what a form says; refused if a setting has changed since it was drawn.
 * @param {Endpoint} drawn
 * @param {EndpointChange} body
 */
export const saveSettings = async (drawn, body) => {
  const { endpoint, etag } = await readEndpoint(drawn.id);
  return changeEndpoint(drawn.id, body, tagToSave(drawn, { data: endpoint, etag }, settingsOf));
};
