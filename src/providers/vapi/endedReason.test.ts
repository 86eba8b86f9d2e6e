import { describe, expect, test } from 'vitest';
import { payloadJson } from '../../../test/support/webhooks.ts';
import { endedClass, endedStatus } from './endedReason.ts';

const published = payloadJson('vapi/endedReason.json') as { default: string; classes: Record<string, string[]> };

describe('every published reason', () => {
  test.each(Object.entries(published.classes))('%s', (expected, reasons) => {
    expect(reasons.filter((reason) => endedClass(reason) !== expected)).toEqual([]);
  });

  test('there are 595 of them', () => {
    expect(Object.values(published.classes).flat()).toHaveLength(595);
  });
});

test('a reason of tomorrow is a failure, none at all is not', () => {
  expect(endedClass('call.in-progress.error-somebody-tripped-over-the-cable')).toBe(published.default);
  expect(endedClass(undefined)).toBe('completed');
});

test.each([
  ['customer-ended-call', 'completed'],
  ['assistant-forwarded-call', 'completed'],
  ['voicemail', 'completed'],
  ['customer-ended-call-during-transfer', 'completed'],
  ['customer-busy', 'busy'],
  ['customer-did-not-answer', 'no-answer'],
  ['manually-canceled', 'canceled'],
  ['assistant-not-found', 'failed'],
  ['call.forwarding.operator-busy', 'completed'],
  ['call.forwarding.no-answer', 'completed'],
])('after %s the line was %s', (reason, status) => {
  expect(endedStatus(reason)).toBe(status);
});
