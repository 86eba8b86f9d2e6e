import createClient from 'openapi-fetch';

/** 128 random bits; `crypto.randomUUID` is missing where a page is served over plain HTTP. */
const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const createReceptionistClient = ({ token, ...options }) => {
  const client = createClient(options);
  client.use({
    onRequest: async ({ request }) => {
      const bearer = typeof token === 'function' ? await token() : token;
      const { headers } = request;
      if (bearer && !headers.has('authorization')) headers.set('authorization', `Bearer ${bearer}`);
      if (request.method === 'POST' && !headers.has('idempotency-key')) headers.set('idempotency-key', randomKey());
    },
  });
  return client;
};
