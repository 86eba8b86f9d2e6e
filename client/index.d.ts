import type { Client, ClientOptions } from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type { components, operations, paths } from './schema.js';

/** `Schemas['Call']`: the shapes of the API by name. */
export type Schemas = components['schemas'];

/** What each failed call gives back as `error` (RFC 9457): switch on `code`. */
export type Problem = Schemas['Problem'];

export type ReceptionistClient = Client<paths>;

export interface ReceptionistClientOptions extends Pick<ClientOptions, 'fetch' | 'headers'> {
  /** Such as `https://api.example.com`; in a page of the API itself, an empty text. */
  baseUrl: string;
  /** An access token or an API key. A function is asked before each request: it can refresh. */
  token?: string | (() => string | undefined | Promise<string | undefined>);
}

/**
 * Every route of the API, typed: `await client.GET('/dashboard/calls/{id}', { params: { path: { id } } })` gives `data`
 * or `error`, and `response`. Only a network failure throws. POSTs carry an `Idempotency-Key`, a random one unless
 * given: to repeat a POST, give both the same.
 */
export declare const createReceptionistClient: (options: ReceptionistClientOptions) => ReceptionistClient;
