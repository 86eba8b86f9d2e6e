import { afterEach, beforeEach, expect, test } from 'vitest';
import { demo } from '../simulator/demo.ts';
import { vapiState } from '../simulator/register.ts';
import { scenarios } from '../simulator/scenarios/index.ts';
import { setStage } from '../simulator/stage.ts';
import { startStandins, type Standins } from './standins.ts';
import type { VapiCallState } from './vapiApi.ts';

let standins: Standins;
beforeEach(async () => {
  standins = await startStandins();
});
afterEach(() => standins.stop());

const ask = async (path: string, key: string = demo.vapi.apiKey) => {
  const response = await fetch(standins.vapiUrl + path, { headers: key ? { authorization: `Bearer ${key}` } : {} });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const call = (liveForMs = 0) => vapiState(scenarios.booked, setStage(), liveForMs) as VapiCallState;

test('a call that is over has its cost, its analysis and its reason', async () => {
  standins.vapi.setCall(call());
  const { body } = await ask(`/call/${call().call.id}`);
  expect(body).toMatchObject({
    status: 'ended',
    endedReason: 'customer-ended-call',
    cost: 0.13475,
    phoneCallProviderId: setStage().callSid,
    analysis: { successEvaluation: 'true' },
  });
  expect((await ask('/call?limit=10')).body).toMatchObject([{ id: call().call.id }]);
});

test('a live call has none of these', async () => {
  standins.vapi.setCall(call(60_000));
  const { body } = await ask(`/call/${call().call.id}`);
  expect(body).toMatchObject({ status: 'in-progress' });
  for (const name of ['endedAt', 'endedReason', 'cost', 'analysis', 'artifact']) expect(body).not.toHaveProperty(name);
});

test('it refuses as Vapi does', async () => {
  standins.vapi.setCall(call());
  expect(await ask(`/call/${call().call.id}`, '')).toMatchObject({
    status: 401,
    body: { error: 'Unauthorized', statusCode: 401 },
  });
  expect(await ask(`/call/${call().call.id}`, 'public-key')).toMatchObject({ status: 401 });
  standins.vapi.addAccount('another-tenant');
  expect(await ask(`/call/${call().call.id}`, 'another-tenant')).toMatchObject({
    status: 404,
    body: { statusCode: 404 },
  });
  expect(standins.violations()).toEqual([]);
  expect(await ask('/call/CA1')).toMatchObject({ status: 400, body: { message: ['id must be a UUID'] } });
  expect(await ask('/calls')).toMatchObject({ status: 404 });
  expect(standins.violations()).toHaveLength(2);
});
