import { expect, test } from 'vitest';
import { openingHours } from '../domain/answering/openingHours.ts';
import { weekdays, type Interval, type Weekday } from '../domain/answering/plan.ts';
import { openingHoursInWords } from './hours.ts';

const never = Object.fromEntries(weekdays.map((day) => [day, []])) as unknown as Record<Weekday, Interval[]>;
const workdays = (...intervals: Interval[]) =>
  Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, intervals])) as Partial<Record<Weekday, Interval[]>>;
const from = (start: string, to: string): Interval => ({ from: start, to });

test.each<[Partial<Record<Weekday, Interval[]>>, string, string]>([
  [
    workdays(from('08:00', '17:00')),
    'du lundi au vendredi, de 8 h à 17 h; fermé le samedi et le dimanche',
    'Monday to Friday, 8 a.m. to 5 p.m.; closed Saturday and Sunday',
  ],
  [
    { ...workdays(from('13:00', '17:30'), from('08:00', '12:00')), saturday: [from('09:15', '12:30')] },
    'du lundi au vendredi, de 8 h à midi et de 13 h à 17 h 30; le samedi, de 9 h 15 à 12 h 30; fermé le dimanche',
    'Monday to Friday, 8 a.m. to noon and 1 p.m. to 5:30 p.m.; Saturday, 9:15 a.m. to 12:30 p.m.; closed Sunday',
  ],
  [{ ...never }, 'fermé tous les jours', 'closed every day'],
  [
    Object.fromEntries(weekdays.map((day) => [day, [from('00:00', '24:00')]])),
    'tous les jours, 24 heures sur 24',
    'every day, around the clock',
  ],
  [
    { sunday: [from('18:00', '24:00')] },
    'fermé du lundi au samedi; le dimanche, de 18 h à minuit',
    'closed Monday to Saturday; Sunday, 6 p.m. to midnight',
  ],
])('the hours of a week in words: %#', (hours, fr, en) => {
  expect(openingHoursInWords(openingHours({ hours: { ...never, ...hours } }))).toEqual({ fr, en });
});
