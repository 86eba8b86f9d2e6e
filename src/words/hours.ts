import type { Bilingual } from './bilingual.ts';

type Language = keyof Bilingual;

interface Hours {
  /** `monday` and so on, in a row. */
  days: readonly string[];
  /** `HH:mm`, until `24:00`. None: closed. */
  intervals: readonly { from: string; to: string }[];
}

const names: Record<Language, Record<string, string>> = {
  fr: {
    monday: 'lundi',
    tuesday: 'mardi',
    wednesday: 'mercredi',
    thursday: 'jeudi',
    friday: 'vendredi',
    saturday: 'samedi',
    sunday: 'dimanche',
  },
  en: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
};

const named: Record<string, Bilingual> = {
  '00:00': { fr: 'minuit', en: 'midnight' },
  '12:00': { fr: 'midi', en: 'noon' },
  '24:00': { fr: 'minuit', en: 'midnight' },
};

const clock: Record<Language, (hour: number, minutes: string) => string> = {
  fr: (hour, minutes) => (minutes === '00' ? `${hour} h` : `${hour} h ${minutes}`),
  en: (hour, minutes) => `${hour % 12 || 12}${minutes === '00' ? '' : `:${minutes}`} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
};

const time = (language: Language, text: string): string =>
  named[text]?.[language] ?? clock[language](Number(text.slice(0, 2)), text.slice(3));

const list = (language: Language, parts: readonly string[]): string =>
  new Intl.ListFormat(`${language}-CA`, { type: 'conjunction' }).format(parts);

const interval: Record<Language, (from: string, to: string) => string> = {
  fr: (from, to) => `de ${from} à ${to}`,
  en: (from, to) => `${from} to ${to}`,
};

const allDay: Bilingual = { fr: '24 heures sur 24', en: 'around the clock' };

const when = (language: Language, intervals: Hours['intervals']): string => {
  const [first] = intervals;
  if (intervals.length === 1 && first?.from === '00:00' && first.to === '24:00') return allDay[language];
  return list(
    language,
    intervals.map(({ from, to }) => interval[language](time(language, from), time(language, to))),
  );
};

const daysOf: Record<Language, (days: readonly string[]) => string> = {
  fr: (days) => {
    const [first = '', last = ''] = [days[0], days.at(-1)].map((day) => names.fr[day ?? '']);
    if (days.length === 7) return 'tous les jours';
    return days.length > 2
      ? `du ${first} au ${last}`
      : list(
          'fr',
          days.map((day) => `le ${names.fr[day]}`),
        );
  },
  en: (days) => {
    const [first = '', last = ''] = [days[0], days.at(-1)].map((day) => names.en[day ?? '']);
    if (days.length === 7) return 'every day';
    return days.length > 2
      ? `${first} to ${last}`
      : list(
          'en',
          days.map((day) => names.en[day] ?? ''),
        );
  },
};

const closed: Bilingual = { fr: 'fermé', en: 'closed' };

const inLanguage = (language: Language, week: readonly Hours[]): string =>
  week
    .map(({ days, intervals }) =>
      intervals.length === 0
        ? `${closed[language]} ${daysOf[language](days)}`
        : `${daysOf[language](days)}, ${when(language, intervals)}`,
    )
    .join('; ');

/** A week's hours, as a person says them: `du lundi au vendredi, de 8 h à 17 h; fermé le samedi et le dimanche`. */
export const openingHoursInWords = (week: readonly Hours[]): Bilingual => ({
  fr: inLanguage('fr', week),
  en: inLanguage('en', week),
});
