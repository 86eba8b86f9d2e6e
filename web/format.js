import { session } from './api.js';
import { locale, t } from './words.js';

const timeZone = () => session.get()?.tenant?.timeZone;

/**
 * A moment where the business is.
 * @param {string | null} iso
 * @param {Intl.DateTimeFormatOptions} [options]
 */
export const moment = (iso, options = { dateStyle: 'medium', timeStyle: 'short' }) =>
  iso ? new Intl.DateTimeFormat(locale(), { ...options, timeZone: timeZone() }).format(new Date(iso)) : t('none');

/** 23:20:16 in both languages: French would write it out. */
export const clock = (iso) =>
  new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: timeZone() }).format(new Date(iso));

/** The day (YYYY-MM-DD) so many days ago where the business is. */
export const dayAgo = (days) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: timeZone() }).format(Date.now() - days * 86_400_000);

export const duration = (seconds) => {
  if (seconds === null || seconds === undefined) return t('none');
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  return minutes === 0 ? `${rest} s` : `${minutes} min ${String(rest).padStart(2, '0')} s`;
};

export const cents = (value) =>
  value === null
    ? t('none')
    : new Intl.NumberFormat(locale(), { style: 'currency', currency: 'USD', maximumFractionDigits: 4 }).format(
        value / 100,
      );

/** +15145551234 → 514 555-1234; whatever is no North American number stays as it is. */
export const phone = (number) => number?.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1 $2-$3') ?? t('none');
