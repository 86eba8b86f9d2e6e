import { answerLaml } from './answer.ts';
import { describe, expect, test } from 'vitest';
import { formWebhook, type FormFields } from '../../../test/support/webhooks.ts';
import type { Carrier } from '../../domain/providers.ts';
import { createProviders } from '../registry.ts';
import type { AnswerContext } from '../provider.ts';

const providers = createProviders({
  providerUrls: { twilio: 'https://api.twilio.com', signalwire: 'https://{space}', vapi: 'https://api.vapi.ai' },
});

const inbound = {
  CallSid: 'CA01',
  From: '+15145550142',
  To: '+15145550100',
  Direction: 'inbound',
  CallStatus: 'ringing',
};
const url = 'https://api.example.com/webhooks/twilio/demo-hvac';
const withoutAssistant: AnswerContext = {
  tenant: { id: 't1', slug: 'demo-hvac', name: 'Climatisation Démo' },
  webhookUrl: url,
};
const withAssistant: AnswerContext = {
  ...withoutAssistant,
  assistantSipUri: 'sip:demo@sip.vapi.ai',
};

const answer = (fields: FormFields, context = withAssistant, query = '', carrier: Carrier = 'twilio') =>
  answerLaml(providers[carrier].parse(formWebhook(carrier, fields, { url: url + query })), context);

describe.each(['twilio', 'signalwire'] as const)('an inbound call from %s', (carrier) => {
  test('is greeted in French, then in English, and put through to the assistant', () => {
    const { status, contentType, body } = answer(inbound, withAssistant, '', carrier);
    expect([status, contentType]).toEqual([200, 'text/xml; charset=utf-8']);
    const [french, english, dial] = ['language="fr-CA"', 'language="en-US"', '<Dial'].map((part) => body.indexOf(part));
    expect(french).toBeGreaterThan(0);
    expect(french).toBeLessThan(english ?? 0);
    expect(english).toBeLessThan(dial ?? 0);
    expect(body).toContain('Climatisation Démo');
    expect(body).toContain(`action="${url}?step=after-assistant"`);
    expect(body).toContain('<Sip>sip:demo@sip.vapi.ai?X-Call-Sid=CA01</Sip></Dial></Response>');
  });

  test('goes to voicemail at once without an assistant', () => {
    const { body } = answer(inbound, withoutAssistant, '', carrier);
    expect(body).not.toContain('<Dial');
    expect(body).toContain('playBeep="true"');
    expect(body).toContain('finishOnKey="#"');
    expect(body).toMatch(/maxLength="\d+"/);
    expect(body).toContain(`recordingStatusCallback="${url}?step=voicemail-recorded"`);
    expect(body).toContain(`action="${url}?step=after-voicemail"`);
    expect(body.indexOf('Laissez un message')).toBeLessThan(body.indexOf('leave a message'));
    expect(body).toMatch(/<Hangup\/><\/Response>$/);
  });
});

describe('after the assistant', () => {
  const dialled = { ...inbound, CallStatus: 'in-progress', DialCallSid: 'CA02' };

  test.each(['busy', 'no-answer', 'failed', 'canceled'])(
    'whose line was %s, the caller leaves a message',
    (DialCallStatus) => {
      expect(answer({ ...dialled, DialCallStatus }, withAssistant, '?step=after-assistant').body).toContain('<Record');
    },
  );

  test('that never came on the line, the caller leaves a message', () => {
    expect(answer({ ...dialled, DialCallStatus: 'completed', DialBridged: 'false' }).body).toContain('<Record');
    expect(answer({ ...dialled }, withAssistant, '?step=after-assistant').body).toContain('<Record');
  });

  test('that had talked, the call is over', () => {
    expect(answer({ ...dialled, DialCallStatus: 'completed' }).body).toMatch(/<Response><Hangup\/><\/Response>$/);
  });
});

describe('other requests', () => {
  test('after the message the caller is thanked', () => {
    const { body } = answer({ ...inbound, RecordingUrl: 'https://x/RE1', RecordingDuration: '3', Digits: '#' });
    expect(body).toContain('Merci');
    expect(body).toContain('Thank you');
    expect(body).toMatch(/<Hangup\/><\/Response>$/);
  });

  test('a call of ours is put through, and never asked for a message', () => {
    const outbound = { ...inbound, Direction: 'outbound-api', CallStatus: 'in-progress' };
    expect(answer(outbound).body).toContain('<Sip>');
    expect(answer(outbound, withoutAssistant).body).not.toContain('<Record');
    expect(answer({ ...outbound, DialCallStatus: 'busy' }).body).not.toContain('<Record');
  });

  test.each<FormFields>([
    { ...inbound, CallStatus: 'completed', CallDuration: '3' },
    { CallSid: 'CA01', RecordingSid: 'RE1', RecordingStatus: 'completed' },
    { CallSid: 'CA01', AnsweredBy: 'human' },
    { MessageSid: 'SM1', MessageStatus: 'sent' },
  ])('%o asks nothing', (fields) => {
    expect(answer(fields)).toMatchObject({ status: 204, body: '' });
  });

  test.each<FormFields>([{ MessageSid: 'SM1', SmsStatus: 'received', Body: 'ARRÊT' }, { Whatever: '1' }])(
    '%o is met with silence',
    (fields) => {
      const { status, contentType, body } = answer(fields);
      expect([status, contentType]).toEqual([200, 'text/xml; charset=utf-8']);
      expect(body).toMatch(/<Response\/>$/);
    },
  );
});

test('a value from outside cannot add TwiML to the answer', () => {
  const evil = '"/><Redirect>https://evil.example</Redirect>';
  const context = {
    ...withAssistant,
    tenant: { ...withAssistant.tenant, name: `A & B <Hangup/> \u0000\u0001 ${evil}` },
  };
  const { body } = answer(
    { ...inbound, CallSid: `CA"></Sip>${evil}&X-Other=1`, From: evil, CallerName: evil },
    context,
  );
  expect(body).not.toContain('<Redirect');
  expect(body).not.toContain('evil.example</Redirect>');
  expect(body).not.toContain('&X-Other');
  expect(body).toContain('A &amp; B &lt;Hangup/&gt;');
  // oxlint-disable-next-line no-control-regex
  expect(body).not.toMatch(/[\u0000-\u0008]/);
});
