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

const timeOf = (appointmentTime: unknown, appointmentDate = '2026-11-24') => {
  const { start, allDay } = appointmentOf(eventWith({ appointmentDate, appointmentTime }), 60);
  return allDay === 'yes' ? 'the whole day' : start;
};

test.each([
  ['2:30 PM', '14:30'],
  ['2:30pm', '14:30'],
  ['2:30 p.m.', '14:30'],
  ['2 pm', '14:00'],
  ['9:00 AM', '09:00'],
  ['12:15 AM', '00:15'],
  ['12:30 PM', '12:30'],
  ['14h30', '14:30'],
  ['14 h 30', '14:30'],
  ['à 9 h', '09:00'],
  ['14:30:00', '14:30'],
  ['02:30', '02:30'],
  ['2 h 30 de l’après-midi', '14:30'],
  ['9 h du matin', '09:00'],
  ['19 h', '19:00'],
  ['7 h du soir', '19:00'],
  ['Midi', '12:00'],
])('the time %j is %s', (said, time) => {
  expect(timeOf(said)).toBe(`2026-11-24T${time}:00`);
  expect(timeOf(said, '2026-11-24T00:00:00.000Z')).toBe(`2026-11-24T${time}:00`);
});

test.each(
  'en matinée|entre 9 h et 11 h|9:00-11:00|9h à 11h|2:30|3 h|14|25:00|9:75|13:00 PM|0:30 pm|vers 14 h|half past two|9 AM or 2 PM|constructor|1430'.split(
    '|',
  ),
)('the time %j is half understood at best: the whole day, which says so', (said) => {
  const appointment = appointmentOf(eventWith({ appointmentDate: '2026-11-24', appointmentTime: said }), 60);
  expect(appointment).toMatchObject({
    start: '2026-11-24T00:00:00',
    end: '2026-11-25T00:00:00',
    allDay: 'yes',
    title: 'À CONFIRMER : Rendez-vous, +15145550123',
    description: expect.stringContaining(`Moment mentionné : 2026-11-24, ${said}`),
  });
});

test.each(['N/A', 'null', 'not specified', 'non précisée', '-', ''])(
  '%j is not a time, and leaves nothing to confirm',
  (said) => {
    expect(appointmentOf(eventWith({ appointmentDate: '2026-11-24', appointmentTime: said }), 60)).toMatchObject({
      title: 'Rendez-vous, +15145550123',
      allDay: 'yes',
    });
  },
);

test('placeholders and withheld numbers are not names', () => {
  const said = { appointment_date: '2026-11-24', 'Customer Name': 'N/A', customerPhone: 'unknown', address: 'none' };
  expect(appointmentOf(eventWith(said, 'anonymous'), 60)).toMatchObject({
    title: 'Rendez-vous, client inconnu',
    description: 'Fournaise en panne.\n\nAppel : CA1',
    location: '',
    start: '2026-11-24T00:00:00',
  });
});

test.each([
  null,
  {},
  { appointmentDate: 'mardi' },
  { appointmentDate: '2026-99-99' },
  { appointmentDate: '2026-02-30' },
])('a booking without a known day (%j) is not lost: it is put on the day of the call', (said) => {
  expect(appointmentOf(eventWith(said), 90)).toMatchObject({
    title: 'À CONFIRMER : Rendez-vous, +15145550123',
    start: '2026-11-20T00:00:00',
    allDay: 'yes',
  });
});

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
