import twilio from 'twilio';
import { describe, expect, test } from 'vitest';
import { carriers } from '../../../src/domain/providers.ts';
import { demo } from '../demo.ts';
import { expectedOf } from '../scenario.ts';
import { languages } from '../stage.ts';
import { planted } from '../vapiObjects.ts';
import { buildScenario, findScenario, scenarioNames, scenarios } from './index.ts';

const every = scenarioNames.flatMap((name) =>
  carriers.flatMap((provider) => languages.map((language) => ({ name, provider, language }))),
);

interface Message extends Record<string, unknown> {
  type: string;
}

const vapiMessages = (webhooks: ReturnType<typeof buildScenario>): Message[] =>
  webhooks
    .filter(({ provider }) => provider === 'vapi')
    .map(({ body }) => (JSON.parse(body) as { message: Message }).message);

describe.each(every)('$name by $provider in $language', ({ name, provider, language }) => {
  const options = { provider, language, publicUrl: 'https://api.example.com' };
  const webhooks = buildScenario(name, options);
  const forms = webhooks.filter((webhook) => webhook.provider === provider);

  test('is the same whenever it is built, in order, one last word', () => {
    expect(buildScenario(name, options)).toEqual(webhooks);
    expect(new Set(webhooks.map(({ key }) => key)).size).toBe(webhooks.length);
    expect(webhooks.map(({ atSeconds }) => atSeconds)).toEqual(
      webhooks.map(({ atSeconds }) => atSeconds).toSorted((a, b) => a - b),
    );
    expect(webhooks.filter(({ closing }) => closing)).toHaveLength(1);
  });

  test("the vendor's own library believes the signatures", () => {
    const key = provider === 'twilio' ? demo.twilio.authToken : demo.signalwire.signingKey;
    for (const { headers, url, body } of forms) {
      const parameters = Object.fromEntries(new URLSearchParams(body));
      expect(twilio.validateRequest(key, headers[`x-${provider}-signature`] ?? '', url, parameters)).toBe(true);
    }
  });

  test('all webhooks are about one call, and its last word says how long it took', () => {
    const fields = forms.map(({ body }) => new URLSearchParams(body));
    const calls = new Set(fields.map((form) => form.get('ParentCallSid') ?? form.get('CallSid')));
    expect(calls.size).toBe(1);
    expect([...calls][0]).toMatch(
      provider === 'twilio' ? /^CA[0-9a-f]{32}$/ : /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const last = new URLSearchParams(webhooks.find(({ closing }) => closing)?.body);
    const { status, durationSeconds } = expectedOf(scenarios[name], provider);
    expect(Object.fromEntries(last)).toMatchObject({ CallStatus: status, CallDuration: String(durationSeconds) });
    expect(last.get('Duration')).toBe(provider === 'twilio' ? String(Math.ceil(durationSeconds / 60)) : null);
    for (const message of vapiMessages(webhooks))
      expect(message['call']).toMatchObject({ phoneCallProviderId: [...calls][0] });
  });
});

test('Vapi sends secrets along and a stale status in its report', () => {
  const report = vapiMessages(buildScenario('booked')).find(({ type }) => type === 'end-of-call-report');
  expect(report).toMatchObject({
    call: { status: 'in-progress' },
    cost: 0.13475,
    analysis: { successEvaluation: 'true' },
  });
  const text = buildScenario('booked')
    .map(({ body }) => body)
    .join('');
  for (const secret of Object.values(planted)) expect(text).toContain(secret);
  const breakdown = report?.['costBreakdown'] as Record<'stt' | 'llm' | 'tts' | 'vapi', number>;
  expect(breakdown.stt + breakdown.llm + breakdown.tts + breakdown.vapi).toBeCloseTo(0.13475, 6);
});

test('a tool is asked before its answer is known', () => {
  const [asked] = vapiMessages(buildScenario('booked')).filter(({ type }) => type === 'tool-calls');
  expect(JSON.stringify(asked?.['artifact'])).not.toContain('tool_call_result');
});

const sidOf = (id: string) => new URLSearchParams(buildScenario('missed', { id })[0]?.body).get('CallSid');

test('another id is another call', () => {
  expect(sidOf('a')).not.toBe(sidOf('b'));
});

test('carrier and assistant are added up in cents', () => {
  expect(expectedOf(scenarios.booked, 'twilio').providerCostCents).toBe(15.175);
  expect(expectedOf(scenarios.voicemail, 'signalwire').providerCostCents).toBe(0.66);
  expect(expectedOf(scenarios.missed, 'twilio').providerCostCents).toBeNull();
});

test.each([
  ['booked', { name: 'booked' }],
  ['twilio-booked', { name: 'booked', provider: 'twilio' }],
  ['signalwire-inbound', { name: 'booked', provider: 'signalwire' }],
  ['Twilio-Missed', { name: 'missed', provider: 'twilio' }],
  ['vapi-booked', undefined],
  ['constructor', undefined],
])('%s is found', (name, found) => {
  expect(findScenario(name)).toEqual(found);
});
