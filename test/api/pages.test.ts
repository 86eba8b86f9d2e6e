import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createReceptionistClient } from '@ai-receptionist/client';
import { createRoute } from '../../web/route.js';
import { createQueue, createSession, renewing } from '../../web/session.js';
import { startTestApi, type SignedIn, type TestApi } from '../support/http.ts';

let api: TestApi;
let user: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  user = await api.signUp();
});
afterAll(() => api.stop());

describe('the files of the pages', () => {
  const types: Record<string, RegExp> = {
    js: /^text\/javascript/,
    css: /^text\/css/,
    svg: /^image\/svg/,
    json: /^application\/json/,
  };
  const linked = /(?:src|href)="(\/[^"]+)"|(?:from|import) '(\.[^']+)'/g;

  const version = /^\/assets\/[\w-]{22}\//;

  /** Everything that a browser would load, beginning with a page. */
  const crawl = async (start: string): Promise<Map<string, string>> => {
    const files = new Map<string, string>();
    const visit = async (path: string): Promise<void> => {
      if (files.has(path.replace(version, '/assets/'))) return;
      const { status, headers, body } = await api.request(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('content-type')).toMatch(types[path.split('.').at(-1) ?? ''] ?? /^text\/html/);
      files.set(path.replace(version, '/assets/'), String(body));
      // What is bundled knows no other files.
      if (path.includes('swagger-ui')) return;
      for (const [, address, module] of String(body).matchAll(linked)) {
        const found = address ?? new URL(module ?? '', `http://x${path}`).pathname;
        if (!path.endsWith('.css')) await visit(found);
      }
    };
    await visit(start);
    return files;
  };

  test('none is left that nothing loads', async () => {
    const loaded = new Set([...(await crawl('/')).keys(), ...(await crawl('/api-docs')).keys()]);
    const scripts = (await readdir(new URL('../../web', import.meta.url))).filter((name) =>
      /\.(?:js|css|svg)$/.test(name),
    );
    expect(scripts.filter((name) => !loaded.has(`/assets/${name}`))).toEqual([]);
    expect((await api.request('/assets/tsconfig.json')).status).toBe(404);
  });

  test('are kept by browsers for as long as the page names their version', async () => {
    const page = await api.request('/');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const [app = ''] = /\/assets\/[^"]+\/app\.js/.exec(String(page.body)) ?? [];
    const cachingOf = async (path: string) => (await api.request(path)).headers.get('cache-control');
    expect(await cachingOf(app)).toBe('public, max-age=31536000, immutable');
    expect(await cachingOf(app.replace('app.js', 'calls.js'))).toBe('public, max-age=31536000, immutable');
    expect(await cachingOf('/assets/another-version/app.js')).toBe('no-cache');
    expect((await api.request(app.replace('app.js', 'tsconfig.json'))).status).toBe(404);
  });

  test.each(['/', '/api-docs'])('from %s on, every file is there, with its type', async (start) => {
    const files = await crawl(start);
    expect([...files.keys()]).toEqual(expect.arrayContaining(['/assets/client.js', '/assets/openapi-fetch.js']));
    for (const [path, text] of files) {
      if (/\.(?:js|css|svg|json)$/.test(path)) continue;
      expect(text).not.toMatch(/<script(?![^>]* src=)|<style|<[^>]+ (?:style|on\w+)=/);
    }
  });
});

/** As browsers keep it: the same for all tabs. */
const createStorage = () => {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
};

type Parts = Parameters<typeof createSession>[0];
type Answer = Parameters<ReturnType<typeof createSession>['set']>[0];

const signIn = async ({ email, password }: SignedIn): Promise<Answer> => {
  const client = createReceptionistClient({ baseUrl: api.api.url });
  const { data } = await client.POST('/auth/login', { body: { email, password } });
  if (!data) throw new Error('the sign-in failed');
  return data;
};

const exchange = vi.fn<Parts['exchange']>(async (refreshToken) => {
  const client = createReceptionistClient({ baseUrl: api.api.url });
  return (await client.POST('/auth/refresh', { body: { refreshToken } })).data;
});

/** A browser with some tabs, in which a user has signed in. */
const openTabs = (count: number, answer: Answer, parts: Partial<Parts> = {}) => {
  exchange.mockClear();
  const [storage, inTurn] = [createStorage(), createQueue()];
  const tabs = Array.from({ length: count }, () => createSession({ storage, inTurn, exchange, ...parts }));
  tabs[0]?.set(answer);
  return tabs;
};
const openTab = (answer: Answer, parts?: Partial<Parts>) => {
  const [tab] = openTabs(1, answer, parts);
  if (!tab) throw new Error('no tab');
  return tab;
};

const later = (minutes: number) => () => Date.now() + minutes * 60_000;

describe('the session', () => {
  test('a token is used until shortly before its end', async () => {
    const answer = await signIn(user);
    let minutes = 0;
    const tab = openTab(answer, { now: () => later(minutes)() });
    minutes = 13;
    expect(await tab.token()).toBe(answer.accessToken);
    minutes = 14.5;
    expect(await tab.token()).not.toBe(answer.accessToken);
    expect(exchange).toHaveBeenCalledTimes(1);
  });

  test('tabs that need a new token at the same time exchange one, and all go on', async () => {
    let minutes = 0;
    const tabs = openTabs(5, await signIn(user), { now: () => later(minutes)() });
    minutes = 20;
    const tokens = await Promise.all(tabs.flatMap((tab) => [tab.token(), tab.token()]));
    expect(exchange).toHaveBeenCalledTimes(1);
    expect(new Set(tokens).size).toBe(1);
    const { status } = await api.request('/auth/me', { headers: { authorization: `Bearer ${tokens[0]}` } });
    expect(status).toBe(200);
  });

  test('a refresh token that is good no more ends it', async () => {
    const ended = vi.fn<() => void>();
    const tab = openTab({ ...(await signIn(user)), refreshToken: 'rt_unknown', expiresIn: 0 }, { onEnded: ended });
    expect(await tab.token()).toBeUndefined();
    expect([tab.get(), ended.mock.calls.length]).toEqual([null, 1]);
  });

  test('an API that cannot be reached does not end it', async () => {
    const answer = { ...(await signIn(user)), expiresIn: 0 };
    const tab = openTab(answer, { exchange: () => Promise.reject(new Error('no network')) });
    await expect(tab.token()).rejects.toThrow('no network');
    expect(tab.get()?.refreshToken).toBe(answer.refreshToken);
  });

  test('a user who signs out while a token is exchanged stays signed out', async () => {
    const answer = { ...(await signIn(user)), expiresIn: 0 };
    const tab = openTab(answer, {
      exchange: async () => {
        tab.clear();
        return answer;
      },
    });
    expect([await tab.token(), tab.get()]).toEqual([undefined, null]);
  });

  test('knows what the user may do', async () => {
    const viewer = await api.signUpUser(user, 'viewer');
    const tab = openTab(await signIn(viewer));
    expect([tab.may('calls:read'), tab.may('users:read')]).toEqual([true, false]);
    tab.clear();
    expect(tab.may('calls:read')).toBe(false);
  });
});

describe('a request that is refused', () => {
  /** A page's client, and what it sends. */
  const clientOf = (tab: ReturnType<typeof createSession>) => {
    const sent: Request[] = [];
    const send = (request: Request) => {
      sent.push(request.clone());
      return fetch(request);
    };
    const client = createReceptionistClient({
      baseUrl: api.api.url,
      token: tab.token,
      fetch: renewing(tab, send),
    });
    return { client, sent };
  };

  test('goes again with a new token: the same body, the same Idempotency-Key', async () => {
    const tab = openTab({ ...(await signIn(user)), accessToken: 'no.longer.good' });
    const { client, sent } = clientOf(tab);
    const { response } = await client.POST('/dashboard/api-keys', { body: { name: 'n8n', scopes: ['calls:read'] } });
    expect([response.status, sent.length]).toEqual([201, 2]);
    const [first, second] = await Promise.all(
      sent.map(async (request) => [request.headers.get('idempotency-key'), await request.text()]),
    );
    expect(second).toEqual(first);
  });

  test('does not go again for another reason: a wrong password does not mean that the session is over', async () => {
    const { client, sent } = clientOf(openTab(await signIn(user)));
    const { error } = await client.POST('/auth/password', {
      body: { currentPassword: 'wrong', newPassword: 'another good one' },
    });
    expect([error?.code, sent.length]).toEqual(['auth.invalid_credentials', 1]);
    expect(exchange).not.toHaveBeenCalled();
  });

  test('is answered as it is when the session is over', async () => {
    const tab = openTab(await signIn(user));
    const { client, sent } = clientOf(tab);
    await client.POST('/auth/logout', { body: { everywhere: false } });
    const { error } = await client.GET('/auth/me');
    expect([error?.code, sent.length, tab.get()]).toEqual(['auth.required', 2, null]);
  });
});

test('works take turns, whether they fail or not', async () => {
  const inTurn = createQueue();
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
    if (name === 'b') throw new Error('b failed');
  };
  const done = await Promise.allSettled(['a', 'b', 'c'].map((name) => inTurn(work(name))));
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

describe('the address', () => {
  const routeAt = (hash: string) => {
    const place = { hash };
    const past: unknown[] = [];
    const replaceState = (_state: unknown, _unused: string, url?: string | URL | null) =>
      void past.push((place.hash = String(url)));
    return { route: createRoute(place, { replaceState }), place, past };
  };

  test.each([
    ['', { page: '', rest: undefined }],
    ['#/calls', { page: 'calls', rest: undefined }],
    ['#/calls/CA1%2F2', { page: 'calls', rest: 'CA1/2' }],
    ['#/settings/team', { page: 'settings', rest: 'team' }],
    ['#/calls/%', { page: 'calls', rest: '%' }],
    ['#/calls?search=514+555&x', { page: 'calls', rest: undefined, query: { search: '514 555', x: '' } }],
    ['#/endpoints/1?status=dead', { page: 'endpoints', rest: '1', query: { status: 'dead' } }],
  ])('%j', (hash, expected) => {
    const { route, past } = routeAt(hash);
    expect(route.read()).toEqual({ query: {}, ...expected });
    expect(past).toEqual([]);
  });

  test('keeps the filters of a list, and what it names', () => {
    const { route, place, past } = routeAt('#/endpoints/1?status=dead');
    route.keep({ eventType: 'call.ended', search: 'é & ?' });
    expect(route.read()).toEqual({ page: 'endpoints', rest: '1', query: { eventType: 'call.ended', search: 'é & ?' } });
    route.keep({});
    expect([place.hash, past.length]).toEqual(['#/endpoints/1', 2]);
  });

  test.each(['invitation', 'reset'])('the secret of #/%s leaves it, and is known until it was used', (page) => {
    const { route, place } = routeAt(`#/${page}/inv_secret`);
    expect(route.read()).toMatchObject({ page, rest: 'inv_secret' });
    expect(place.hash).toBe(`#/${page}`);
    expect(route.read()).toMatchObject({ page, rest: 'inv_secret' });
    route.forget();
    expect(route.read()).toMatchObject({ page, rest: undefined });
  });
});
