import { expect, test } from 'vitest';
import type { CallObservation } from '../domain/calls/observation.ts';
import { fitting } from './trim.ts';
import type { WebhookEventRow } from './webhookEventRow.ts';

const rowWith = (payload: Record<string, unknown>, events: CallObservation[] = []): WebhookEventRow => ({
  id: '019b7c3e-0000-7000-8000-000000000001',
  tenantId: '019b7c3e-0000-7000-8000-000000000002',
  provider: 'vapi',
  externalId: 'x',
  eventType: 'end-of-call-report',
  subject: { kind: 'call', id: 'CA1' },
  payload,
  events,
  receivedAt: '2026-01-15T10:30:00.000Z',
});
const trim = (row: WebhookEventRow) => fitting(row, 5_000_000, ['artifact', 'messages']);
const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** Every list and text of it is short. */
const tree = (depth: number): unknown =>
  depth === 0 ? 'x'.repeat(60) : Array.from({ length: 10 }, () => tree(depth - 1));

test('what fits is kept as it is', () => {
  const row = rowWith({ message: { artifact: 'a'.repeat(900_000) } });
  expect(trim(row)).toBe(row);
});

test('fields that repeat others go first, one after another, and no more than needed', () => {
  const row = rowWith({ message: { artifact: 'a'.repeat(900_000), messages: ['m'.repeat(200_000)], summary: 's' } });
  expect(trim(row).payload).toEqual({
    message: { artifact: null, messages: row.payload['message']?.['messages' as never], summary: 's' },
    _cut: ['message.artifact'],
  });
});

test.each([
  ['one long text', { notes: 'é'.repeat(2_000_000) }],
  ['half a surrogate pair at the cut', { notes: '🔧'.repeat(1_000_000) }],
  ['many texts', { notes: Array.from({ length: 900 }, () => 'x'.repeat(20_000)) }],
  ['many values', { notes: Array.from({ length: 1_000_000 }, (_, index) => index) }],
  ['a wide tree', { tree: tree(5) }],
  ['one long name', { ['n'.repeat(3_000_000)]: 1 }],
  ['many names', Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`name ${index}`, index]))],
  ['many levels', JSON.parse(`${'{"a":['.repeat(20)}"${'x'.repeat(3_000_000)}"${']}'.repeat(20)}`)],
])('%s of megabytes becomes small enough for PostgreSQL and Temporal', (_name, data: Record<string, unknown>) => {
  const report = { endedReason: 'x', endedClass: 'completed', booked: true, summary: 'Une fuite.' } as const;
  const events: CallObservation[] = [
    { source: 'vapi', at: '2026-01-15T10:30:00.000Z', type: 'report', report: { ...report, structuredData: data } },
  ];
  const trimmed = trim(rowWith({ message: data }, events));
  expect(sizeOf(trimmed)).toBeLessThan(1_900_000);
  expect(trimmed.events).toMatchObject([{ type: 'report', report }]);
  expect(JSON.stringify(trimmed).isWellFormed()).toBe(true);
  expect(trimmed.payload['_cut']).not.toHaveLength(0);
});

test('the longest transcript that is reported survives beside long notes', () => {
  const transcript = 'Déjà vu. '.repeat(28_444);
  const report = { endedReason: 'x', endedClass: 'completed', booked: false, transcript } as const;
  const structuredData = { notes: 'n'.repeat(3_000_000) };
  const at = '2026-01-15T10:30:00.000Z';
  const { events } = trim(rowWith({}, [{ source: 'vapi', at, type: 'report', report: { ...report, structuredData } }]));
  expect(events).toMatchObject([{ report: { transcript } }]);
});
