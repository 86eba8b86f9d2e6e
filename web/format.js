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

/**
 * @param {number} value
 * @param {Intl.NumberFormatOptions} [options]
 */
export const number = (value, options) => new Intl.NumberFormat(locale(), options).format(value);

export const duration = (seconds) => {
  if (seconds === null || seconds === undefined) return t('none');
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  return minutes === 0 ? `${rest} s` : `${minutes} min ${String(rest).padStart(2, '0')} s`;
};

export const cents = (value) =>
  value === null ? t('none') : number(value / 100, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });

/** +15145551234 → 514 555-1234; any other number is shown as it is. */
export const phone = (number) => number?.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '$1 $2-$3') ?? t('none');

/** @param {number | null} share of 1 */
export const percent = (share) =>
  share === null ? t('none') : number(share, { style: 'percent', maximumFractionDigits: 1 });

/** @param {number | null} value */
export const milliseconds = (value) =>
  value === null ? t('none') : number(Math.round(value), { style: 'unit', unit: 'millisecond' });

const units = /** @type {const} */ ([
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]);

/** About how long ago: 3 h, 12 min. @param {string} iso */
export const timeSince = (iso) => {
  const seconds = Math.max(0, (Date.now() - Date.parse(iso)) / 1_000);
  const [unit, length] = units.find(([, enough]) => seconds >= enough) ?? ['second', 1];
  return number(Math.floor(seconds / length), { style: 'unit', unit, unitDisplay: 'short' });
};
