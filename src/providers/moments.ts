/** Dates out of this range are somebody's mistake. */
const [earliest, latest] = [Date.UTC(2000), Date.UTC(2100)];

const toIso = (milliseconds: number): string | undefined =>
  milliseconds >= earliest && milliseconds < latest ? new Date(milliseconds).toISOString() : undefined;

/** A vendor's moment in ISO 8601 UTC: RFC 2822 or ISO text, a Date, or milliseconds since 1970. */
export const isoOf = (value: unknown): string | undefined => {
  if (value instanceof Date) return toIso(value.getTime());
  if (typeof value === 'number') return toIso(value);
  if (typeof value !== 'string' || value === '') return undefined;
  return toIso(/^\d{13}$/.test(value) ? Number(value) : Date.parse(value));
};

export const shifted = (iso: string, seconds: number): string | undefined => toIso(Date.parse(iso) + seconds * 1000);

/** Whole seconds, as a number or in digits. */
export const secondsOf = (value: unknown): number | undefined => {
  const seconds = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && seconds >= 0 && seconds < 1e9 ? Math.round(seconds) : undefined;
};
