import { expect, test } from 'vitest';
import { appointmentOf } from '../../n8n/code/appointment.js';

const eventWith = (structuredData: Record<string, unknown> | null, from: string | null = '+15145550123') => ({
  timestamp: '2026-11-20T15:20:18.000Z',
  data: { callId: 'CA1', from, vapi: { summary: 'Fournaise en panne.', structuredData } },
});

test.each([
  [{ appointmentDate: '2026-11-24', appointmentTime: '09:00' }, '2026-11-24T09:00:00', '2026-11-24T10:30:00', 'no'],
  [{ appointmentDate: '2026-11-24', appointmentTime: '9 h' }, '2026-11-24T09:00:00', '2026-11-24T10:30:00', 'no'],
  [{ appointmentDate: '2026-12-31', appointmentTime: '23h30' }, '2026-12-31T23:30:00', '2027-01-01T01:00:00', 'no'],
  [{ appointmentDate: '2026-11-24T09:00' }, '2026-11-24T09:00:00', '2026-11-24T10:30:00', 'no'],
  [{ appointmentDate: '2026-11-24T09:00:00-05:00' }, '2026-11-24T14:00:00Z', '2026-11-24T15:30:00Z', 'no'],
  [{ appointmentDate: '2026-11-24' }, '2026-11-24T00:00:00', '2026-11-25T00:00:00', 'yes'],
  [
    { appointmentDate: '2026-11-24', appointmentTime: 'en matinée' },
    '2026-11-24T00:00:00',
    '2026-11-25T00:00:00',
    'yes',
  ],
])('%j begins and ends when it should', (said, start, end, allDay) => {
  expect(appointmentOf(eventWith(said), 90)).toMatchObject({ start, end, allDay });
});

test.each([null, {}, { appointmentDate: 'mardi' }, { appointmentDate: '2026-99-99' }])(
  'a booking whose day nobody knows (%j) is not lost: it stands on the day of the call',
  (said) => {
    expect(appointmentOf(eventWith(said), 90)).toMatchObject({
      title: 'À CONFIRMER : Rendez-vous, +15145550123',
      start: '2026-11-20T00:00:00',
      allDay: 'yes',
    });
  },
);

test('says who comes, why, and how to reach them', () => {
  const said = { customerName: 'Josée Tremblay', appointmentDate: '2026-11-24', address: '4025, rue Saint-Denis' };
  expect(appointmentOf(eventWith(said), 60)).toMatchObject({
    title: 'Rendez-vous, Josée Tremblay',
    description: 'Fournaise en panne.\n\nTéléphone : +15145550123\n\nAppel : CA1',
    location: '4025, rue Saint-Denis',
    eventId: expect.stringMatching(/^[a-v0-9]{5,1024}$/),
  });
  expect(appointmentOf(eventWith(null, null), 60).title).toBe('À CONFIRMER : Rendez-vous, client inconnu');
});
