import { attemptError, attemptSentence } from './attemptErrors.ts';
import { expect, test } from 'vitest';
import { classify, type Verdict } from './verdict.ts';

const json = 'application/json; charset=utf-8';
const reset = attemptError('connection.closed', { detail: 'other side closed' });
const bootPage = '<html><body>n8n is starting up. Please wait</body></html>';

test.each<[name: string, status: number, contentType: string, body: string, verdict: Verdict]>([
  ['n8n took it', 200, json, '{"message":"Workflow was started"}', 'delivered'],
  ['created', 201, json, '{}', 'delivered'],
  ['accepted, with nothing to say', 202, '', '', 'delivered'],
  ['no content', 204, '', '', 'delivered'],
  ['plain text', 200, 'text/plain', 'ok', 'delivered'],
  ['JSON that was cut off', 200, json, '[1,', 'delivered'],
  ['XML', 200, 'application/xml', '<?xml version="1.0"?><ok/>', 'delivered'],
  ["n8n's boot page", 200, 'text/html; charset=utf-8', bootPage, 'retry'],
  ['a page that says it is JSON', 200, json, `\n${bootPage}`, 'retry'],
  ['a page without a type', 200, '', '<!DOCTYPE html><title>Sign in</title>', 'retry'],
  ['XHTML', 200, 'application/xhtml+xml', '<x/>', 'retry'],
  ['gone', 410, json, '{}', 'gone'],
])('%s', (_name, status, contentType, body, verdict) => {
  const outcome = classify({ kind: 'answered', status, contentType, body });
  expect(outcome.verdict).toBe(verdict);
  expect(outcome.error === undefined).toBe(verdict === 'delivered');
});

test.each<[verdict: Verdict, statuses: number[]]>([
  ['retry', [302, 303, 307, 404, 408, 425, 429, 500, 501, 502, 503, 504, 520, 599]],
  [
    'retryBriefly',
    [300, 301, 304, 305, 308, 400, 401, 402, 403, 405, 406, 409, 411, 413, 414, 415, 418, 422, 426, 431, 451],
  ],
  ['gone', [410]],
])('%s after %s', (verdict, statuses) => {
  for (const status of statuses) {
    const outcome = classify({ kind: 'answered', status, contentType: json, body: '{}' });
    expect(outcome).toEqual({ verdict, error: { code: 'endpoint.status', params: { status } } });
    // The status counts, whatever becomes of the rest of the answer.
    expect(classify({ kind: 'interrupted', error: reset, status }).verdict).toBe(verdict);
  }
});

test('a redirect says where it points', () => {
  const redirect = {
    kind: 'answered',
    status: 301,
    contentType: '',
    body: '',
    location: 'https://new.example/',
  } as const;
  const { error } = classify(redirect);
  expect(error).toEqual({ code: 'endpoint.redirect', params: { status: 301, location: 'https://new.example/' } });
  expect(error && attemptSentence(error)).toBe(
    'the endpoint answered 301 and points to https://new.example/, which is not followed',
  );
});

test('an answer that never came, or half of one, may come the next time', () => {
  expect(classify({ kind: 'interrupted', error: reset })).toEqual({ verdict: 'retry', error: reset });
  expect(classify({ kind: 'interrupted', error: reset, status: 200 }).verdict).toBe('retry');
});

test('a destination that is not allowed may have been a mistake in DNS', () => {
  expect(classify({ kind: 'refused', error: attemptError('destination.https_required') }).verdict).toBe('retryBriefly');
});
