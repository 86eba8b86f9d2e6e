import type { Bilingual } from './bilingual.ts';

const plainSpaces = (text: string): string => text.replaceAll(/\s/gu, ' ');

const dayOf = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(moment);

const clock = (moment: Date, locale: string, timeZone: string): string => {
  const onTheHour = new Intl.DateTimeFormat('en-CA', { minute: 'numeric', timeZone }).format(moment) === '0';
  const minute = onTheHour ? {} : ({ minute: '2-digit' } as const);
  const text = new Intl.DateTimeFormat(locale, { hour: 'numeric', ...minute, timeZone }).format(moment);
  // `09 h` in fr-CA.
  return plainSpaces(text).replace(/^0(?=\d)/, '');
};

const date = (moment: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(moment);

const dayMs = 86_400_000;

/** By when, as people say it: `d’ici 16 h`, `by 10 a.m. tomorrow`. @param said when it is said: days count from here. */
export const byThen = (moment: Date, said: Date, timeZone: string): Bilingual => {
  const [fr, en] = [clock(moment, 'fr-CA', timeZone), clock(moment, 'en-CA', timeZone)];
  const day = dayOf(moment, timeZone);
  if (day === dayOf(said, timeZone)) return { fr: `d’ici ${fr}`, en: `by ${en}` };
  if (day === dayOf(new Date(said.getTime() + dayMs), timeZone))
    return { fr: `d’ici demain, ${fr}`, en: `by ${en} tomorrow` };
  return {
    fr: `d’ici ${date(moment, 'fr-CA', timeZone)}, ${fr}`,
    en: `by ${date(moment, 'en-CA', timeZone)}, ${en}`,
  };
};
