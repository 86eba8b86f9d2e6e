import { describe, expect, test } from 'vitest';
import { createDestinations, findUrlProblem } from './destination.ts';

const problemOf = (url: string, allowed: string[] = [], requireHttps = true) =>
  findUrlProblem(createDestinations({ allowed, requireHttps }), url);

const notPublic = (host: string) => ({ code: 'destination.not_public', params: { host } });
const httpsRequired = { code: 'destination.https_required', params: {} };

describe('a URL', () => {
  test.each([
    ['https://n8n.example.com/webhook/1'],
    ['https://n8n.example.com:8443/'],
    ['https://1.1.1.1/'],
    ['https://[2606:4700:4700::1111]/'],
    ['https://172.32.0.1/'],
    ['https://100.128.0.1/'],
    ['https://[2001:4860:4860::8888]/'],
  ])('%s is fine', (url) => {
    expect(problemOf(url)).toBeUndefined();
  });

  test('to a private address tells so', () => {
    expect(problemOf('https://10.1.2.3/')).toEqual(notPublic('10.1.2.3'));
    expect(problemOf('https://0x7f.1/')).toEqual(notPublic('127.0.0.1'));
    expect(problemOf('https://[::ffff:127.0.0.1]/')).toEqual(notPublic('::ffff:7f00:1'));
  });

  test('without TLS', () => {
    expect(problemOf('http://n8n.example.com/')).toEqual(httpsRequired);
    expect(problemOf('http://n8n.example.com/', [], false)).toBeUndefined();
    expect(problemOf('http://1.1.1.1/', ['10.0.0.0/8'])).toEqual(httpsRequired);
    // The name may lead to that network: the connection decides.
    expect(problemOf('http://n8n.internal/', ['10.0.0.0/8'])).toBeUndefined();
  });
});

describe('what the configuration allows', () => {
  test.each([
    ['n8n', 'http://n8n:5678/', true],
    ['n8n:5678', 'http://n8n:5678/', true],
    ['n8n:5678', 'http://n8n:5679/', false],
    ['n8n:80', 'http://n8n/', true],
    ['n8n:443', 'https://n8n/', true],
    ['N8N.Internal', 'http://n8n.internal./', true],
    ['n8n', 'http://n8n.evil.example/', false],
    ['127.0.0.1', 'http://2130706433:4010/', true],
    ['127.1:4010', 'http://127.0.0.1:4010/', true],
    ['::1', 'http://[::1]:4010/', true],
    ['[0:0::1]:4010', 'http://[::1]:4010/', true],
    ['[::1]:4010', 'http://[::1]:4011/', false],
    ['10.0.0.0/8', 'http://10.9.8.7/', true],
    ['10.0.0.0/8', 'http://11.9.8.7/', false],
    ['fd00::/8', 'http://[fd12::1]/', true],
    ['127.0.0.0/8', 'http://[::ffff:127.0.0.1]/', true],
  ])('%s: %s %s', (entry, url, isAllowed) => {
    expect(problemOf(url, [entry]) === undefined).toBe(isAllowed);
  });

  test.each([
    'http://n8n',
    'n8n/path',
    'user@n8n',
    '*',
    'n8n:port',
    'a b',
    '10.0.0.0/33',
    '10.0.0/8',
    '::/129',
    '/8',
    '[::1',
    '::1%lo',
  ])('%s is no host and no network', (entry) => {
    expect(() => createDestinations({ allowed: [entry], requireHttps: true })).toThrow(entry);
  });
});

test('of several addresses each must be allowed', () => {
  const destinations = createDestinations({ allowed: ['10.0.0.0/8'], requireHttps: true });
  const at = (protocol: string) => ({ protocol, hostname: 'n8n.example.com', port: '' });
  expect(destinations.findProblem(at('https:'), ['1.1.1.1', '10.0.0.1'])).toBeUndefined();
  expect(destinations.findProblem(at('http:'), ['10.0.0.2', '10.0.0.1'])).toBeUndefined();
  expect(destinations.findProblem(at('http:'), ['1.1.1.1', '10.0.0.1'])).toEqual(httpsRequired);
  for (const inside of ['192.168.0.1', '::10.0.0.1', '::ffff:192.168.0.1', 'fe80::1%lo'])
    expect(destinations.findProblem(at('https:'), ['1.1.1.1', inside])).toEqual({
      code: 'destination.leads_inside',
      params: { host: 'n8n.example.com' },
    });
});
