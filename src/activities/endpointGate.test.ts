import { expect, test, vi } from 'vitest';
import { createEndpointGate } from './endpointGate.ts';

const endpoint = (id: string, tenantId: string, rateLimitPerSecond: number | null = null) => ({
  id,
  tenantId,
  rateLimitPerSecond,
});

test('eight at once, of one endpoint', () => {
  const gate = createEndpointGate();
  const places = Array.from({ length: 9 }, () => gate.enter(endpoint('a', 'tenant')));
  expect(places.map(Boolean)).toEqual([...Array<boolean>(8).fill(true), false]);
  expect(gate.enter(endpoint('b', 'tenant'))).toBeDefined();
  places[0]?.();
  expect(gate.enter(endpoint('a', 'tenant'))).toBeDefined();
  expect(gate.enter(endpoint('a', 'tenant'))).toBeUndefined();
});

test('thirty-two at once, of all endpoints of a tenant', () => {
  const gate = createEndpointGate();
  const places = Array.from({ length: 40 }, (_, index) => gate.enter(endpoint(`endpoint-${index}`, 'tenant')));
  expect(places.filter(Boolean)).toHaveLength(32);
  expect(gate.enter(endpoint('another', 'another tenant'))).toBeDefined();
  places[0]?.();
  expect(gate.enter(endpoint('endpoint-39', 'tenant'))).toBeDefined();
});

test('so many a second as the endpoint asks for', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const gate = createEndpointGate();
  const enter = () => gate.enter(endpoint('a', 'tenant', 2));
  const sendOne = () => {
    const leave = enter();
    leave?.();
    return leave !== undefined;
  };
  expect([sendOne(), sendOne(), sendOne()]).toEqual([true, true, false]);
  vi.advanceTimersByTime(1_000);
  expect([sendOne(), sendOne(), sendOne()]).toEqual([true, true, false]);
  vi.useRealTimers();
});
