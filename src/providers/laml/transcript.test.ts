import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formWebhook } from '../../../test/support/webhooks.ts';
import type { CallObservation } from '../../domain/calls/observation.ts';
import { CallSession } from '../../domain/calls/session.ts';
import { createTwilio } from '../twilio.ts';

const twilio = createTwilio('https://api.twilio.com');
const CallSid = 'CA00000000000000000000000000000a01';

const parse = (fields: Record<string, string>) => twilio.parse(formWebhook('twilio', { CallSid, ...fields })).events;

const transcriptAfter = (events: CallObservation[]) => {
  const session = new CallSession(CallSid);
  session.merge(events);
  return session.snapshot().transcript;
};

const line = (sequence: number, track: 'inbound' | 'outbound', transcript: string, more: Record<string, string> = {}) =>
  parse({
    TranscriptionSid: 'GT00000000000000000000000000000a01',
    TranscriptionEvent: 'transcription-content',
    TranscriptionData: JSON.stringify({ transcript, confidence: 0.98 }),
    Track: `${track}_track`,
    SequenceId: String(sequence),
    Final: 'true',
    LanguageCode: 'fr-CA',
    Timestamp: `2026-11-20T15:20:${String(sequence).padStart(2, '0')}.123456Z`,
    ...more,
  });

describe('a conversation that is transcribed as it is spoken', () => {
  const lines = [
    line(2, 'outbound', 'Bonjour, Plomberie Essai.'),
    line(3, 'inbound', 'Mon chauffe-eau fuit.'),
    line(4, 'outbound', 'Depuis quand?'),
    line(10, 'inbound', 'Depuis hier.'),
  ];
  const whole = 'AI: Bonjour, Plomberie Essai.\nUser: Mon chauffe-eau fuit.\nAI: Depuis quand?\nUser: Depuis hier.';

  test('is joined in the order of time, whatever the order and repetition of its webhooks', () => {
    const repeated = [...lines, ...lines.slice(1)];
    fc.assert(
      fc.property(fc.shuffledSubarray(repeated, { minLength: repeated.length }), (webhooks) => {
        expect(transcriptAfter(webhooks.flat())).toBe(whole);
      }),
    );
  });

  test('keeps the order of its numbers within one moment', () => {
    const Timestamp = '2026-11-20T15:20:00Z';
    const webhooks = [10, 9, 2].map((sequence) => line(sequence, 'inbound', `${sequence}`, { Timestamp }));
    expect(transcriptAfter(webhooks.flat())).toBe('User: 2\nUser: 9\nUser: 10');
  });

  test.each([
    { Final: 'false', Stability: '0.4' },
    { TranscriptionData: '' },
    { TranscriptionData: '{' },
    { TranscriptionData: '[]' },
    { TranscriptionData: '{"transcript":" "}' },
    { TranscriptionData: '{"transcript":null}' },
    { TranscriptionEvent: 'transcription-started' },
    { TranscriptionEvent: 'transcription-error', TranscriptionErrorCode: '32655' },
  ])('takes nothing from %j', (fields) => {
    expect(line(1, 'inbound', 'x', fields)).toEqual([]);
  });

  test("gives way to the assistant's whole transcript", () => {
    const report: CallObservation = {
      type: 'report',
      source: 'vapi',
      at: '2026-11-20T15:19:00.000Z',
      report: { endedReason: 'x', endedClass: 'completed', booked: false, transcript: 'AI: Bonjour.' },
    };
    expect(transcriptAfter([report, ...lines.flat()])).toBe('AI: Bonjour.');
    expect(transcriptAfter([...lines.flat(), report])).toBe('AI: Bonjour.');
  });
});

describe('a recording that is transcribed', () => {
  const text = (TranscriptionSid: string, TranscriptionText: string, more: Record<string, string> = {}) =>
    parse({
      TranscriptionSid,
      TranscriptionText,
      TranscriptionStatus: 'completed',
      RecordingSid: 'RE1',
      CallStatus: 'completed',
      Direction: 'inbound',
      From: '+15145550142',
      ...more,
    });

  test('is the transcript', () => {
    expect(transcriptAfter(text('TR1', 'Bonjour'))).toBe('Bonjour');
    expect(
      transcriptAfter([...text('TR2', 'Rappelez-moi.'), ...text('TR1', 'Bonjour'), ...text('TR1', 'Bonjour')]),
    ).toBe('Bonjour\nRappelez-moi.');
  });

  test('in vain says nothing', () => {
    expect(text('TR1', '', { TranscriptionStatus: 'failed' })).toEqual([]);
    expect(text('TR1', 'Bonj', { TranscriptionStatus: 'in-progress' })).toEqual([]);
  });
});
