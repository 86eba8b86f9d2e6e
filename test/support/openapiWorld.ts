import { firstOf, isEndless } from './eventStream.ts';
import { operatorKey, type TestApi } from './http.ts';
import { operations, type Operation } from './openapi.ts';
import type { RawAnswer } from './openapiAnswers.ts';
import { urlOf, type Request } from './openapiRequests.ts';
import { aboutCall, recordsOf } from './records.ts';

/** A caller with the right kind of credential, with the wrong kind, or with none. */
export type Caller = 'entitled' | 'impostor' | 'nobody';

/** A tenant that has something of everything, and its owner, who asks. */
export interface World {
  /** For requests that end the session, or change the password, that they are made with. */
  signInAgain(): Promise<void>;
  send(
    operation: Operation,
    request: Request,
    caller: Caller,
    baseUrl?: string,
  ): Promise<RawAnswer & { headers: Headers }>;
}

/** Configuration without rate limits that tests would reach. */
export const unlimited = { RATE_LIMIT_PER_MINUTE: '1000000', RATE_LIMIT_ADDRESS_PER_MINUTE: '1000000' };

/** @param text of an answer. */
export const isSignedOut = (text: string): boolean => text.includes('"auth.required"');

export const isGuarded = ({ security }: Operation): boolean => security.length > 0;

/** Goes on for as long as its reader stays. */
export const isStream = ({ responses }: Operation): boolean =>
  responses['200']?.content?.['text/event-stream'] !== undefined;

export const isWebhook = ({ path }: Operation): boolean => /^\/(?:webhooks|api\/mcp\/ivr)\//.test(path);

const has = ({ security }: Operation, scheme: string): boolean => security.some((it) => scheme in it);

const tokenFor = (operation: Operation, caller: Caller, token: string): string | undefined => {
  if (caller === 'nobody') return undefined;
  return has(operation, 'operatorKey') === (caller === 'entitled') ? operatorKey : token;
};

const plain: Request = { params: {}, query: [], headers: {} };
const json = { 'content-type': 'application/json' };

/** Every id that is shown, at any depth. */
const idsIn = (value: unknown): string[] => {
  if (value === null || typeof value !== 'object') return [];
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
};

/** `/dashboard/users/{id}/role` is about one of `/dashboard/users`. */
const collectionOf = (path: string): string => path.split('/{')[0] ?? '';

export const openWorld = async (api: TestApi): Promise<World> => {
  let owner = await api.signUp();
  const signInAgain = async () => {
    const { email, password, tenantId, slug } = owner;
    const { status, body } = await api.request('/auth/login', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ email, password }),
    });
    owner = status === 200 ? { ...owner, token: body.accessToken } : await api.signUpUser({ tenantId, slug }, 'admin');
  };

  const records = recordsOf(api.app, owner.tenantId);
  const { externalCallId } = await records.call();
  await records.event(aboutCall(externalCallId));
  const { id: deliveryId } = await records.delivery(aboutCall(externalCallId));
  await records.attempt(deliveryId, 1);

  const ids = new Map<string, string[]>();
  const idOf = ({ path }: Operation, index: number): string => {
    if (path.includes('{tenantSlug}')) return owner.slug;
    const known = ids.get(collectionOf(path)) ?? [...ids.values()].flat();
    return known[index % known.length] ?? owner.tenantId;
  };

  const send: World['send'] = async (operation, request, caller, baseUrl = api.api.url) => {
    const token = tokenFor(operation, caller, owner.token);
    const response = await fetch(baseUrl + urlOf(operation, request, (index) => idOf(operation, index)), {
      method: operation.method,
      headers: {
        ...(token !== undefined && isGuarded(operation) && { authorization: `Bearer ${token}` }),
        ...request.headers,
      },
      ...(request.body !== undefined && { body: request.body }),
    });
    const [contentType = ''] = (response.headers.get('content-type') ?? '').split(';');
    const text = isEndless(response) ? await firstOf(response) : await response.text();
    return { status: response.status, headers: response.headers, contentType, text };
  };

  const ask = async (operation: Operation, request: Request): Promise<void> => {
    const { contentType, text } = await send(operation, request, 'entitled');
    if (isSignedOut(text)) throw new Error(`${operation.path} answers ${text}`);
    if (contentType !== 'application/json') return;
    const { path } = operation;
    ids.set(path, [...(ids.get(path) ?? []), ...idsIn(JSON.parse(text))]);
  };

  for (const operation of operations.filter((it) => ['POST', 'PUT'].includes(it.method) && isGuarded(it))) {
    const example = operation.requestBody?.content['application/json']?.example;
    if (example === undefined) continue;
    await ask(operation, { ...plain, headers: json, body: JSON.stringify(example) });
    // To end the session is what some examples are for.
    await signInAgain();
  }
  for (const operation of operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'))) {
    await ask(operation, plain);
  }
  return { send, signInAgain };
};
