import { writeFile } from 'node:fs/promises';
import Holidays from 'date-holidays';
import { holidayRegions } from '../src/domain/answering/plan.ts';

/** Plans may look back a little and ahead for long; the table takes 14 kB. */
export const holidayYears = { first: 2025, last: 2050 };

type Named = Record<'fr' | 'en', string>;

/** The first name in a language, where the library has several in one text. */
const namesOf = (region: string, year: number, language: string): Map<string, string> => {
  const found = new Holidays('CA', region, { types: ['public'], languages: [language] }).getHolidays(year);
  return new Map(found.map(({ date, name }) => [date.slice(0, 10), name]));
};

const holidaysOf = (region: string, year: number): [date: string, name: Named][] => {
  const french = namesOf(region, year, 'fr');
  const english = namesOf(region, year, 'en');
  return [...english].map(([date, en]) => [date, { fr: french.get(date) ?? en, en }]);
};

/** Text of the table: the dates of each holiday, by province. */
export const holidaysText = (): string => {
  const table = holidayRegions.map((region) => {
    const byName = new Map<string, Named & { dates: string[] }>();
    for (let year = holidayYears.first; year <= holidayYears.last; year += 1)
      for (const [date, name] of holidaysOf(region, year)) {
        const holiday = byName.get(name.en) ?? { ...name, dates: [] };
        holiday.dates.push(date);
        byName.set(name.en, holiday);
      }
    return [region, [...byName.values()]];
  });
  return `${JSON.stringify(Object.fromEntries(table), undefined, 1)}\n`;
};

/** From the root of the repository. */
export const holidaysPath = 'src/contract/answering/holidays.json';

/** `npm run holidays`. The API reads the table, since the library takes a second and 40 MB to load, for all countries. */
if (import.meta.main) await writeFile(new URL(`../${holidaysPath}`, import.meta.url), holidaysText());
