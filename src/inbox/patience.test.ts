import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallObservation } from '../domain/calls/observation.ts';
import type { SubjectKind } from '../domain/subject.ts';
import { Patience } from './patience.ts';
import type { ClaimedEvent } from './store.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const base = { source: 'twilio', at: '2026-11-20T15:20:00.000Z' } as const;
const leg: CallObservation = { ...base, type: 'leg', legId: 'CA2', role: 'assistant', status: 'ringing' };
const status: CallObservation = { ...base, type: 'status', status: 'in-progress' };

const waiting = (id: string, subjectId: string, event: CallObservation, kind: SubjectKind = 'call'): ClaimedEvent => ({
  id,
  tenantId: 'tenant',
  subject: { kind, id: subjectId },
  events: [event],
  attempts: 1,
  claimedAt: 0,
});

const gather = () => {
  const released: string[][] = [];
  const patience = new Patience((events) => void released.push(events.map(({ id }) => id)));
  return { patience, released };
};

test('legs go along with the next event of their call, and only with that', () => {
  const { patience, released } = gather();
  patience.add(waiting('1', 'CA1', leg));
  patience.add(waiting('2', 'CA1', leg));
  patience.add(waiting('3', 'CA9', status));
  patience.add(waiting('5', 'CA1', status, 'message'));
  patience.add(waiting('4', 'CA1', status));
  expect(released).toEqual([['3'], ['5'], ['1', '2', '4']]);
  vi.runAllTimers();
  expect(released).toHaveLength(3);
});

test('legs that nothing follows go after two seconds, each in its time', () => {
  const { patience, released } = gather();
  patience.add(waiting('1', 'CA1', leg));
  vi.advanceTimersByTime(1_500);
  patience.add(waiting('2', 'CA2', leg));
  expect(released).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(released).toEqual([['1']]);
  vi.advanceTimersByTime(1_500);
  expect(released).toEqual([['1'], ['2']]);
});

test('nothing is held when the process ends', () => {
  const { patience, released } = gather();
  patience.add(waiting('1', 'CA1', leg));
  patience.flush();
  expect(released).toEqual([['1']]);
  expect(vi.getTimerCount()).toBe(0);
});
