import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { holidaysPath, holidaysText, holidayYears } from './writeHolidays.ts';

test('the table of holidays is what date-holidays says, and reaches far enough: npm run holidays', async () => {
  const text = await readFile(new URL(`../${holidaysPath}`, import.meta.url), 'utf8');
  expect(text).toBe(holidaysText());
  expect(holidayYears.last).toBeGreaterThan(new Date().getFullYear() + 3);
});
