import { expect, test } from 'vitest';
import { examplePlan } from '../../contract/answering/examplePlan.ts';
import { openingHoursOf } from './openingHours.ts';

const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };

test('the hours are those of the published plan, and unknown without one', () => {
  const plan = { ...examplePlan, hours: { ...never, monday: [{ from: '08:00', to: '17:00' }] } };
  const directory = { currentPlan: (tenantId: string) => (tenantId === 'open' ? { id: 'v1', plan } : undefined) };
  expect(openingHoursOf(directory, 'open')).toEqual({
    fr: 'le lundi, de 8 h à 17 h; fermé du mardi au dimanche',
    en: 'Monday, 8 a.m. to 5 p.m.; closed Tuesday to Sunday',
  });
  expect(openingHoursOf(directory, 'another')).toBeNull();
});
