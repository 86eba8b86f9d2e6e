import { session } from './api.js';

const { SwaggerUIBundle } = /** @type {Window & { SwaggerUIBundle: (options: object) => unknown }} */ (
  /** @type {unknown} */ (window)
);

/** Tries calls with the dashboard's session, or with another token that the reader authorizes. */
const authorized = async (request) => {
  const isOurs = new URL(request.url, location.href).origin === location.origin;
  const token = isOurs && !request.headers['Authorization'] ? await session.token().catch(() => undefined) : undefined;
  if (token) request.headers['Authorization'] = `Bearer ${token}`;
  return request;
};

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
  // No outside validator may see the document.
  validatorUrl: null,
  requestInterceptor: authorized,
});
