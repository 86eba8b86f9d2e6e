import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { inject } from 'vitest';
import { startApi, type RunningApi } from '../../src/api/api.ts';
import { readConfig } from '../../src/config.ts';
import { createContext, type AppContext } from '../../src/context.ts';
import { Tenant, User } from '../../src/db/entities.ts';
import { systemEm } from '../../src/db/core/tenancy.ts';
import type { Role } from '../../src/domain/people/permissions.ts';
import { firstOf, isEndless } from './eventStream.ts';
import { jwtPrivateKey } from './keys.ts';
import { password, passwordHash } from './password.ts';

export const publicUrl = 'https://api.example.test';
export const operatorKey = 'operator-key-of-the-tests-0123456789';

/** A business with an owner who has signed in. */
export interface SignedIn {
  tenantId: string;
  slug: string;
  email: string;
  password: string;
  token: string;
  refreshToken: string;
  userId: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** @param method in capitals. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: Headers;
  // Tests look into answers of every shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

export interface TestApi {
  app: AppContext;
  api: RunningApi;
  request(path: string, init?: RequestInit): Promise<Answer>;
  /** A new tenant with a user who has signed in: its owner by default. */
  signUp(options?: { timeZone?: string; role?: Role }): Promise<SignedIn>;
  /** One more user of a tenant, signed in. */
  signUpUser(tenant: { tenantId: string; slug: string }, role: Role): Promise<SignedIn>;
  /** As the operator. */
  operate(method: string, path: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

const readAnswer = async (response: Response): Promise<Answer> => {
  const text = isEndless(response) ? await firstOf(response) : await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
};

/** The API alone, on the test run's PostgreSQL. @param environment overrides of the configuration. */
export const startTestApi = async (environment: Record<string, string | undefined> = {}): Promise<TestApi> => {
  const config = readConfig({
    DATABASE_URL: inject('databaseUrl'),
    DATABASE_POOL_SIZE: '4',
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: publicUrl,
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    JWT_PRIVATE_KEY: jwtPrivateKey,
    OPERATOR_KEY: operatorKey,
    LOG_LEVEL: 'silent',
    ...environment,
  });
  // Without the client's retries, which go on after the connection is closed: some tests have no Temporal.
  const connection = Connection.lazy({ address: config.temporal.address, interceptors: [] });
  const app = await createContext(config, 'test', { temporal: new Client({ connection }) });
  const api = await startApi(app);
  const request = async (path: string, init?: RequestInit) => readAnswer(await fetch(api.url + path, init));

  const send = (token: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  const signUpUser = async ({ tenantId, slug }: { tenantId: string; slug: string }, role: Role): Promise<SignedIn> => {
    const em = systemEm(app.orm);
    const email = `${role}-${randomUUID()}@${slug}.test`;
    em.persist(em.create(User, { tenantId, email, name: 'Odile', role, passwordHash }));
    await em.flush();
    const { body } = await request('/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const token = String(body.accessToken);
    return {
      tenantId,
      slug,
      email,
      password,
      token,
      refreshToken: body.refreshToken,
      userId: body.user.id,
      get: (path, headers) => send(token, 'GET', path, undefined, headers),
      send: (method, path, payload, headers) => send(token, method, path, payload, headers),
      put: (path, payload) => send(token, 'PUT', path, payload),
      post: (path, payload, headers) => send(token, 'POST', path, payload, headers),
    };
  };

  const signUp = async ({
    timeZone = 'America/Toronto',
    role = 'owner',
  }: { timeZone?: string; role?: Role } = {}): Promise<SignedIn> => {
    const em = systemEm(app.orm);
    const slug = `api-${randomUUID()}`;
    const tenant = em.create(Tenant, { slug, name: 'Plomberie Essai', timeZone });
    await em.persist(tenant).flush();
    return signUpUser({ tenantId: tenant.id, slug }, role);
  };

  return {
    app,
    api,
    request,
    signUp,
    signUpUser,
    operate: (method, path, body) => send(operatorKey, method, path, body),
    stop: async () => {
      await api.stop();
      await app.close();
      await connection.close();
    },
  };
};
