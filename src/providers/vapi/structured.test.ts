import { describe, expect, test } from 'vitest';
import { jsonWebhook, webhook } from '../../../test/support/webhooks.ts';
import type { AssistantReport } from '../../domain/calls/observation.ts';
import { createVapi } from './vapi.ts';

const vapi = createVapi('https://api.vapi.ai');
const call = { id: '00000000-0000-4000-8000-000000000203', type: 'webCall' };
const end = { type: 'end-of-call-report', call, endedReason: 'customer-ended-call' };

const reportIn = (message: Record<string, unknown>): AssistantReport | undefined =>
  vapi.parse(jsonWebhook('vapi', { message: { ...end, ...message } })).events.find((event) => event.type === 'report')
    ?.report;

const outputs = (...pairs: [string, unknown][]) => ({
  artifact: {
    structuredOutputs: Object.fromEntries(pairs.map(([name, result], index) => [`id-${index}`, { name, result }])),
  },
});
const said = (structuredData: unknown) => ({ analysis: { structuredData } });

describe('structured outputs', () => {
  test('of one object schema are the fields themselves', () => {
    const fields = { appointmentBooked: true, appointmentDate: '2026-12-01', customerName: 'Luc Essai' };
    expect(reportIn(outputs(['Rendez-vous', fields]))).toMatchObject({ booked: true, structuredData: fields });
  });

  test('of one question each are fields by their names', () => {
    expect(
      reportIn(outputs(['Appointment Booked', true], ['CSAT', 8], ['Call Summary', 'Mardi.'], ['Skipped', null])),
    ).toMatchObject({
      booked: true,
      structuredData: { 'Appointment Booked': true, CSAT: 8, 'Call Summary': 'Mardi.' },
      summary: 'Mardi.',
    });
  });

  test('that use the same name for different things lose neither', () => {
    const both = outputs(['Client', { name: 'Luc' }], ['Technicien', { name: 'Léa' }], ['CSAT', 1], ['CSAT', 2]);
    expect(reportIn({ ...both, ...said({ name: 'Ana' }) })?.structuredData).toEqual({
      name: 'Ana',
      Client: { name: 'Luc' },
      Technicien: { name: 'Léa' },
      CSAT: 1,
      'CSAT 2': 2,
    });
  });

  test('as a list, as text, or without their wrapping are read as well', () => {
    const list = [{ name: 'Booked', result: 'oui' }];
    expect(reportIn({ artifact: { structuredOutputs: list } })?.booked).toBe(true);
    expect(reportIn({ artifact: { structuredOutputs: JSON.stringify(list) } })?.booked).toBe(true);
    expect(reportIn({ artifact: { structuredOutputs: { id: { appointmentBooked: 'true' } } } })?.booked).toBe(true);
    expect(
      reportIn({ analysis: { structuredDataMulti: [{ visit: { appointmentDate: '2026-12-01' } }] } }),
    ).toMatchObject({ booked: true, structuredData: { appointmentDate: '2026-12-01' } });
  });
});

describe('what should be an object', () => {
  const fields = { appointmentBooked: true, customerName: 'Luc Essai' };
  const text = JSON.stringify(fields);
  test.each([text, JSON.stringify(text), `\`\`\`json\n${text}\n\`\`\``, ` ${text}\n`])('is read from %j', (given) => {
    expect(reportIn(said(given))).toMatchObject({ booked: true, structuredData: fields });
    expect(reportIn(outputs(['Rendez-vous', given]))).toMatchObject({ booked: true, structuredData: fields });
  });

  test('and is not stays what it is', () => {
    expect(reportIn(said('Rappeler mardi.'))?.structuredData).toEqual({ text: 'Rappeler mardi.' });
    expect(reportIn(said('{"cut": "of'))?.structuredData).toEqual({ text: '{"cut": "of' });
    expect(reportIn(said([{ a: 1 }]))?.structuredData).toEqual({ items: [{ a: 1 }] });
    for (const nothing of ['N/A', '', null, []]) expect(reportIn(said(nothing))).not.toHaveProperty('structuredData');
  });

  test('holds no NUL, however often it is wrapped', () => {
    expect(reportIn(said('{"note":"a\\u0000b","half":"\\ud800"}'))?.structuredData).toEqual({ note: 'ab', half: '�' });
  });
});

test('a serial number keeps its digits', () => {
  const serial = '90071992547409931';
  for (const data of [`{"serialNumber":${serial}}`, JSON.stringify(`{"serialNumber":${serial}}`)]) {
    const body = `{"message":${JSON.stringify({ ...end, ...said('HERE') }).replace('"HERE"', data)}}`;
    const { events, payload } = vapi.parse(webhook('vapi', { body }));
    expect(JSON.stringify(events)).toContain(serial);
    expect(JSON.stringify(payload)).toContain(serial);
  }
});

describe('a booking is believed', () => {
  test.each<Record<string, unknown>>([
    { appointmentDate: '2026-12-01' },
    { appointmentDate: '2026-12-01T14:30:00-05:00' },
    { appointmentDate: '01/12/2026' },
    { appointmentDate: 'mardi prochain' },
    { appointmentDate: '1er décembre à 9 h' },
    { appointmentDate: 'December 1st, 2026' },
    { appointment_date: 'tomorrow' },
    { 'Date du rendez-vous': 'Jeudi 3 août' },
    { appointment: { date: '2026-12-01' } },
    { appointment: { booked: 'Oui, mardi.' } },
    { appointment: '{"date":"2026-12-01"}' },
    { 'Rendez-vous pris': 'oui' },
    { appointmentBooked: 'TRUE' },
    { appointmentBooked: 1 },
    { outcome: 'Appointment booked' },
  ])('for %j', (data) => {
    expect(reportIn(said(data))?.booked).toBe(true);
  });

  test.each(
    [
      'N/A|n/a|null|None|aucune|not specified|non précisée|non précisé|-| |?|…|TBD|Unknown|undefined|No date provided',
      'Not mentioned in the call|pas de date fixée|à déterminer|false|no|YYYY-MM-DD|string|0000-00-00|1970-01-01',
      '9999-12-31|2026-02-30|2026-13-01|pending|sans objet|31/31/2026|soon|quand vous voulez',
    ]
      .flatMap((line) => line.split('|'))
      .map((appointmentDate) => ({ appointmentDate })),
  )('not for %j', (data) => {
    expect(reportIn(said(data))?.booked).toBe(false);
  });

  test.each<Record<string, unknown>>([
    { appointmentBooked: 'false', appointmentDate: '2026-12-01' },
    { appointmentBooked: 'No, the caller hung up', appointmentDate: '2026-12-01' },
    { appointment: { booked: 'non', date: '2026-12-01' } },
    { appointmentBooked: 'N/A' },
    { appointmentBooked: null },
    { previousAppointment: { date: '2026-11-01' } },
    { callbackDate: '2026-12-01' },
  ])('not for %j', (data) => {
    expect(reportIn(said(data))?.booked).toBe(false);
  });

  test.each([
    ['{"booked":"true"}', true],
    ['"{\\"booked\\":true}"', true],
    ['{"booked":"false","status":"booked"}', false],
    ['{"success":true,"error":"slot taken"}', false],
    ['true', true],
    ['false', false],
    ['Oui.', true],
  ])("for the tool's answer %j: %s", (result, booked) => {
    const messages = [{ role: 'tool_call_result', name: 'bookAppointment', result }];
    expect(reportIn({ artifact: { messages } })?.booked).toBe(booked);
  });
});

test('without a transcript of its own the messages are one', () => {
  const messages = [
    { role: 'system', message: 'You are a receptionist.' },
    { role: 'bot', message: 'Bonjour!' },
    { role: 'user', message: 'Allô.' },
  ];
  expect(reportIn({ artifact: { messages } })?.transcript).toBe('AI: Bonjour!\nUser: Allô.\n');
});
