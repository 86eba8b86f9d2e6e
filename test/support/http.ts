import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { startApi, type RunningApi } from '../../src/api/api.ts';
import { hashPassword } from '../../src/api/passwords.ts';
import { readConfig } from '../../src/config.ts';
import { createContext, type AppContext } from '../../src/context.ts';
import { Tenant, User } from '../../src/db/entities/index.ts';
import { systemEm } from '../../src/db/tenancy.ts';
import { jwtPrivateKey } from './keys.ts';

export const publicUrl = 'https://api.example.test';
const password = 'correct horse battery';
let passwordHash: Promise<string> | undefined;

/** A business with an owner who has signed in. */
export interface SignedIn {
  tenantId: string;
  slug: string;
  email: string;
  password: string;
  token: string;
  get(path: string): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
}

interface Answer {
  status: number;
  headers: Headers;
  // Tests look into answers of every shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

export interface TestApi {
  ctx: AppContext;
  api: RunningApi;
  request(path: string, init?: RequestInit): Promise<Answer>;
  signUp(options?: { timeZone?: string }): Promise<SignedIn>;
  stop(): Promise<void>;
}

const readAnswer = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
};

/** The API alone, on the test run's PostgreSQL. @param environment overrides of the configuration. */
export const startTestApi = async (environment: Record<string, string> = {}): Promise<TestApi> => {
  const config = readConfig({
    DATABASE_URL: inject('databaseUrl'),
    DATABASE_POOL_SIZE: '4',
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: publicUrl,
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    JWT_PRIVATE_KEY: jwtPrivateKey,
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const ctx = await createContext(config, 'test');
  const api = await startApi(ctx);
  const request = async (path: string, init?: RequestInit) => readAnswer(await fetch(api.url + path, init));

  const signIn = async (email: string): Promise<string> => {
    const answer = await request('/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    return String(answer.body.accessToken);
  };

  const signUp = async ({ timeZone = 'America/Toronto' } = {}): Promise<SignedIn> => {
    const em = systemEm(ctx.orm);
    const slug = `api-${randomUUID()}`;
    const email = `owner@${slug}.test`;
    const tenant = em.create(Tenant, { slug, name: 'Plomberie Essai', timeZone });
    await em.persist(tenant).flush();
    passwordHash ??= hashPassword(password);
    em.persist(
      em.create(User, { tenantId: tenant.id, email, name: 'Odile', role: 'owner', passwordHash: await passwordHash }),
    );
    await em.flush();
    const token = await signIn(email);
    const headers = { authorization: `Bearer ${token}` };
    return {
      tenantId: tenant.id,
      slug,
      email,
      password,
      token,
      get: (path) => request(path, { headers }),
      put: (path, body) =>
        request(path, {
          method: 'PUT',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
    };
  };

  return {
    ctx,
    api,
    request,
    signUp,
    stop: async () => {
      await api.stop();
      await ctx.close();
    },
  };
};
