import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEndpointGate } from './endpointGate.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000, toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const endpoint = (id: string, tenantId: string) => ({ id, tenantId });

/** @returns a way in that gives up at once. */
const impatient = (gate: ReturnType<typeof createEndpointGate>) => async (gated: ReturnType<typeof endpoint>) => {
  const place = gate.enter(gated);
  vi.advanceTimersByTime(1_600);
  return place;
};

test('eight at once, of one endpoint; who waits comes next', async () => {
  const gate = createEndpointGate();
  const places = await Promise.all(Array.from({ length: 8 }, () => gate.enter(endpoint('a', 'tenant'))));
  expect(places.every(Boolean)).toBe(true);
  expect(await gate.enter(endpoint('b', 'tenant'))).toBeDefined();
  const next = gate.enter(endpoint('a', 'tenant'));
  places[0]?.();
  expect(await next).toBeDefined();
  expect(await impatient(gate)(endpoint('a', 'tenant'))).toBeUndefined();
});

test('thirty-two at once, of all endpoints of a tenant', async () => {
  const gate = createEndpointGate();
  for (let index = 0; index < 32; index += 1) {
    expect(await gate.enter(endpoint(`endpoint-${index}`, 'tenant'))).toBeDefined();
  }
  expect(await impatient(gate)(endpoint('one more', 'tenant'))).toBeUndefined();
  expect(await gate.enter(endpoint('another', 'another tenant'))).toBeDefined();
});

test('who has given up gets no place', async () => {
  const gate = createEndpointGate();
  const places = await Promise.all(Array.from({ length: 8 }, () => gate.enter(endpoint('a', 'tenant'))));
  expect(await impatient(gate)(endpoint('a', 'tenant'))).toBeUndefined();
  const next = gate.enter(endpoint('a', 'tenant'));
  for (const leave of places) leave?.();
  expect(await next).toBeDefined();
  const again = await Promise.all(Array.from({ length: 7 }, () => gate.enter(endpoint('a', 'tenant'))));
  expect(again.every(Boolean)).toBe(true);
});
