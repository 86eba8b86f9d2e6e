import { describe, expect, test } from 'vitest';
import { parseTwiml, type TwimlElement } from '../../../dev/simulator/twiml.ts';
import { frame, goodPlans, officeHours, rung } from '../../../test/support/answering/plans.ts';
import { formWebhook, type FormFields } from '../../../test/support/webhooks.ts';
import type { LocalMoment } from '../../domain/answering/moment.ts';
import type { AnsweringPlan } from '../../domain/answering/plan.ts';
import { CallSession } from '../../domain/calls/session.ts';
import { carriers, type Carrier } from '../../domain/providers.ts';
import { createProviders } from '../registry.ts';
import type { AnswerContext, Answering, Provider } from '../provider.ts';
import { createUrls, goOnUrl, placeIn } from './place.ts';
import { decodeForm } from '../shared/form.ts';

const providers = createProviders({
  providerUrls: { twilio: 'https://api.twilio.com', signalwire: 'https://{space}', vapi: 'https://api.vapi.ai' },
});

const morning: LocalMoment = { date: '2026-11-23', weekday: 'monday', minute: 9 * 60 };
const night: LocalMoment = { ...morning, minute: 22 * 60 };
const url = 'https://api.example.com/webhooks/twilio/demo-hvac';
const call = {
  CallSid: 'CA01',
  From: '+15145550142',
  To: '+15145550100',
  Direction: 'inbound',
  CallStatus: 'in-progress',
};
const leg = { ...call, CallSid: 'CA02', ParentCallSid: 'CA01', Direction: 'outbound-dial', To: '+15145550010' };

const talk = (carrier: Carrier, plan: AnsweringPlan, more: Partial<Answering & AnswerContext> = {}) => {
  const provider: Provider = providers[carrier];
  const { moment = morning, assistantSipUri, override, ownNumbers = [] } = more;
  const context: AnswerContext = {
    tenant: { id: 't1', slug: 'demo-hvac', name: 'Plomberie Essai' },
    webhookUrl: url,
    answering: { version: 'v7', plan, moment, ownNumbers, ...(override && { override }) },
    ...(assistantSipUri !== undefined && { assistantSipUri }),
  };
  return (fields: FormFields, at = url) => {
    const parsed = provider.parse(formWebhook(carrier, fields, { url: at }));
    const { body } = provider.answer(parsed, context, provider.example);
    const root = body && parseTwiml(body);
    return { body, parsed, verbs: root ? root.children : [] };
  };
};

const find = (verbs: TwimlElement[], name: string): TwimlElement | undefined => {
  for (const verb of verbs) {
    const found = verb.name === name ? verb : find(verb.children, name);
    if (found) return found;
  }
  return undefined;
};
const actionOf = (verbs: TwimlElement[], name = 'Dial'): string => find(verbs, name)?.attributes['action'] ?? '';

const ladder: AnsweringPlan = {
  ...frame,
  start: { open: 'on-call', closed: 'on-call' },
  steps: {
    'on-call': {
      type: 'staff',
      rungs: [
        rung('Jour', 10, { during: 'open', extension: 'ww204' }),
        rung('Josée', 11, { ringSeconds: 8 }),
        rung('Nuit', 12, { during: 'closed' }),
      ],
      otherwise: 'voicemail',
    },
    voicemail: { type: 'voicemail' },
  },
};

describe.each(carriers)('a ladder over %s', (carrier) => {
  test('calls one after the other, each asked for a key, and takes a message when no one of them takes the call', () => {
    const on = talk(carrier, ladder);
    const first = on({ ...call, CallStatus: 'ringing' }).verbs;
    expect(find(first, 'Number')).toMatchObject({ text: '+15145550010', attributes: { sendDigits: 'ww204' } });
    // Twilio adds five seconds.
    expect(find(first, 'Dial')?.attributes).toMatchObject({
      timeout: carrier === 'twilio' ? '15' : '20',
      timeLimit: '3600',
      callerId: carrier === 'twilio' ? '+15145550142' : '+15145550100',
    });
    const asked = on(leg, find(first, 'Number')?.attributes['url']);
    expect(asked.parsed.externalCallId).toBe('CA01');
    expect(asked.verbs.map(({ name }) => name)).toEqual(['Gather', 'Hangup']);
    expect(asked.body).toContain('faites le 1');

    const second = on({ ...call, DialCallStatus: 'busy', DialCallSid: 'CA02' }, actionOf(first));
    expect(second.parsed.events).toContainEqual(
      expect.objectContaining({ legId: 'CA02', status: 'unanswered', reason: 'busy', step: 'on-call', rung: 0 }),
    );
    expect(find(second.verbs, 'Number')?.text).toBe('+15145550011');
    expect(find(second.verbs, 'Dial')?.attributes['timeout']).toBe(carrier === 'twilio' ? '5' : '8');

    const last = on({ ...call, DialCallStatus: 'no-answer' }, actionOf(second.verbs));
    expect(find(last.verbs, 'Record')).toBeDefined();
  });

  test('takes a person for reached who pressed the key, and no machine', () => {
    const on = talk(carrier, ladder);
    const dial = on({ ...call, CallStatus: 'ringing' }).verbs;
    const asked = on(leg, find(dial, 'Number')?.attributes['url']);
    const pressed = (Digits: string) => on({ ...leg, Digits }, actionOf(asked.verbs, 'Gather'));
    expect(pressed('1').verbs).toEqual([]);
    expect(pressed('2').verbs.map(({ name }) => name)).toEqual(['Hangup']);

    // SignalWire does not say whether the two were bridged.
    const bridged = (talked: boolean) => (carrier === 'twilio' ? { DialBridged: String(talked) } : {});
    const ended = (seconds: number, talked: boolean) =>
      on(
        {
          ...call,
          DialCallStatus: 'completed',
          DialCallSid: 'CA02',
          DialCallDuration: String(seconds),
          ...bridged(talked),
        },
        actionOf(dial),
      );
    expect(find(ended(94, true).verbs, 'Hangup')).toBeDefined();
    expect(find(ended(11, false).verbs, 'Number')?.text).toBe('+15145550011');

    const outcome = (...webhooks: { parsed: { events: Parameters<CallSession['merge']>[0] } }[]) => {
      const session = new CallSession('CA01');
      for (const { parsed } of webhooks) session.merge(parsed.events);
      session.merge(
        on({ ...call, CallStatus: 'completed', CallDuration: '120', CallbackSource: 'call-progress-events' }).parsed
          .events,
      );
      return [session.snapshot().outcome, session.facts.legs?.['CA02']?.reason];
    };
    expect(outcome(asked, pressed('1'), ended(94, true))).toEqual(['TRANSFERRED', undefined]);
    expect(outcome(ended(20, carrier === 'twilio'), pressed('1'))).toEqual(['TRANSFERRED', undefined]);
    expect(outcome(asked, ended(11, false))).toEqual(['MISSED', 'machine']);
    expect(outcome(asked, ended(11, false), pressed('3'))).toEqual(['MISSED', 'declined']);
  });

  test('passes over whom the call comes from, is forwarded by, or is sent to', () => {
    const ringing = { ...call, CallStatus: 'ringing' };
    const dialled = (fields: FormFields, ownNumbers: string[] = []) =>
      find(talk(carrier, ladder, { ownNumbers })(fields).verbs, 'Number')?.text;
    expect(dialled(ringing)).toBe('+15145550010');
    expect(dialled({ ...ringing, From: '+15145550010' })).toBe('+15145550011');
    expect(dialled({ ...ringing, ForwardedFrom: '+15145550010' })).toBe('+15145550011');
    expect(dialled(ringing, ['+15145550010'])).toBe('+15145550011');
    expect(dialled({ ...ringing, From: 'anonymous' })).toBe('+15145550010');
  });

  test('calls at night who works at night', () => {
    const on = talk(carrier, ladder, { moment: night });
    const first = on({ ...call, CallStatus: 'ringing' }).verbs;
    expect(find(first, 'Number')?.text).toBe('+15145550011');
    expect(find(on({ ...call, DialCallStatus: 'failed' }, actionOf(first)).verbs, 'Number')?.text).toBe('+15145550012');
  });
});

describe.each(carriers)('a menu over %s', (carrier) => {
  const sip = { assistantSipUri: 'sip:demo@sip.vapi.ai' };
  const on = talk(carrier, goodPlans.menu, sip);
  const asked = on({ ...call, CallStatus: 'ringing' }).verbs;
  const menuAfter = (Digits?: string) => on({ ...call, ...(Digits && { Digits }) }, actionOf(asked, 'Gather')).verbs;

  test('asks for consent first, and tells the assistant what the caller said', () => {
    expect(find(asked, 'Gather')?.attributes['action']).toContain('step=consent');
    const toAssistant = (Digits?: string) => on({ ...call, Digits: '1' }, actionOf(menuAfter(Digits), 'Gather')).verbs;
    expect(find(toAssistant('1'), 'Sip')?.text).toBe('sip:demo@sip.vapi.ai?X-Call-Sid=CA01&X-Recording-Consent=agreed');
    expect(find(toAssistant('1'), 'Dial')?.attributes['record']).toBe('record-from-answer-dual');
    expect(find(toAssistant(), 'Sip')?.text).toContain('X-Recording-Consent=declined');
    expect(find(toAssistant('5'), 'Dial')?.attributes['record']).toBeUndefined();
  });

  test('comes back whether or not a key is pressed, three times at most', () => {
    let verbs = menuAfter();
    for (const language of ['fr-CA', 'en-US', 'fr-CA']) {
      expect(verbs.map(({ name }) => name)).toEqual(['Gather', 'Redirect']);
      expect(verbs[1]?.text).toBe(actionOf(verbs, 'Gather'));
      expect(find(verbs, 'Gather')?.attributes).toMatchObject({
        actionOnEmptyResult: 'true',
        input: 'dtmf speech',
        language,
      });
      verbs = on(call, actionOf(verbs, 'Gather')).verbs;
    }
    expect(find(verbs, 'Record')).toBeDefined();
  });

  test.each([{ Digits: '9' }, { SpeechResult: 'Il y a une ODEUR de gaz, vite!' }, { SpeechResult: 'there is a fire' }])(
    '%o: 911 and the gas company come first, in both languages',
    (said) => {
      const { body, verbs } = on({ ...call, ...said }, actionOf(menuAfter(), 'Gather'));
      expect(verbs.map(({ name }) => name)).toEqual(['Say', 'Say', 'Dial']);
      expect(body).toContain('9 1 1, puis Gaz Essai au 5 1 4, 5 5 5, 0 9 1 1');
      expect(body).toContain('call 9 1 1 first, then Gaz Essai at 5 1 4, 5 5 5, 0 9 1 1');
      expect(find(verbs, 'Number')?.text).toBe('+15145550010');
    },
  );

  test('warns in the other language, too, where the business speaks one', () => {
    const { body } = talk(carrier, goodPlans.englishOnly, { moment: night })({ ...call, CallStatus: 'ringing' });
    expect(body.indexOf('call 9 1 1')).toBeGreaterThan(0);
    expect(body.indexOf('composez d’abord le 9 1 1')).toBeGreaterThan(body.indexOf('call 9 1 1'));
  });
});

describe('the URLs of a call', () => {
  const position = { step: 'on-call', rung: 3, turn: 2, hops: 17, consent: true };
  const queryOf = (written: string) => placeIn(decodeForm(written.split('?')[1] ?? ''));

  test('bring back where it was, and the plan that it began with', () => {
    const urls = createUrls(url, 'v7.2_a-b');
    expect(queryOf(urls.back({ mark: 'after-rung', position }))).toEqual({
      mark: 'after-rung',
      version: 'v7.2_a-b',
      position,
    });
    expect(queryOf(urls.screening('screen', position, 'CA01'))).toEqual({
      mark: 'screen',
      version: 'v7.2_a-b',
      position,
      callId: 'CA01',
    });
    expect(new URL(urls.back({ mark: 'menu', position })).href).toBe(urls.back({ mark: 'menu', position }));
    expect(queryOf(url)).toBeUndefined();
  });

  test('send a call on to a step of its plan', () => {
    const on = talk('twilio', goodPlans.menu);
    const { verbs } = on(call, goOnUrl(url, 'v7', { ...position, step: 'on-call' }));
    expect(find(verbs, 'Number')?.text).toBe('+15145550010');
  });

  test.each([
    '?step=after-rung&at=nowhere&rung=1',
    '?step=after-assistant&at=__proto__',
    '?step=menu&at=constructor&turn=1',
    '?step=unheard-of&at=menu',
    '?step=after-rung&at=on-call&rung=99&hops=99',
    '?step=go-on&at=toString',
    '?step=menu',
    '?step=after-rung',
  ])('of another version, or of none, end in no silence: %s', (query) => {
    const { verbs } = talk('twilio', goodPlans.menu)(call, url + query);
    expect(verbs.length).toBeGreaterThan(0);
    expect(['Gather', 'Redirect', 'Record', 'Dial', 'Hangup']).toContain(verbs.at(-1)?.name);
    expect(find(verbs, 'Say') ?? find(verbs, 'Dial')).toBeDefined();
  });

  test('of calls that began before the tenant had a plan are answered as they began', () => {
    const on = talk('twilio', goodPlans.menu);
    const old = on({ ...call, DialCallStatus: 'busy' }, `${url}?step=after-assistant&plan=default&at=assistant&hops=1`);
    expect(find(old.verbs, 'Record')).toBeDefined();
    // The version before named no position.
    const older = on({ ...call, DialCallStatus: 'busy' }, `${url}?step=after-assistant`);
    expect(find(older.verbs, 'Number')?.text).toBe('+15145550010');
  });
});

describe('an exception', () => {
  test('closes the business, and sends all calls to one number', () => {
    const closed = talk('twilio', ladder, { override: { kind: 'closed' } })({ ...call, CallStatus: 'ringing' });
    expect(find(closed.verbs, 'Number')?.text).toBe('+15145550011');
    const on = talk('twilio', ladder, { override: { kind: 'all-to', number: '+15145550177' } });
    const first = on({ ...call, CallStatus: 'ringing' });
    expect(find(first.verbs, 'Number')?.text).toBe('+15145550177');
    const second = on({ ...call, DialCallStatus: 'no-answer' }, actionOf(first.verbs));
    expect(find(second.verbs, 'Number')?.text).toBe('+15145550010');
  });

  test('of a day outranks holidays and hours', () => {
    const on = (moment: LocalMoment, specialDays: AnsweringPlan['specialDays']) =>
      find(
        talk('twilio', { ...ladder, specialDays, hours: officeHours }, { moment })({ ...call, CallStatus: 'ringing' })
          .verbs,
        'Number',
      )?.text;
    const holiday = { ...morning, holiday: 'Fête nationale du Québec' };
    expect(on(holiday, [])).toBe('+15145550011');
    expect(on(holiday, [{ date: morning.date, intervals: [{ from: '09:00', to: '09:01' }] }])).toBe('+15145550010');
    expect(on(morning, [{ date: morning.date, intervals: [] }])).toBe('+15145550011');
  });
});
