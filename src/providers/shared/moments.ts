/** Dates out of this range are mistakes. */
const [earliest, latest] = [Date.UTC(2000), Date.UTC(2100)];

const toIso = (milliseconds: number): string | undefined =>
  milliseconds >= earliest && milliseconds < latest ? new Date(milliseconds).toISOString() : undefined;

/** Seconds, milliseconds, microseconds and nanoseconds since 1970: between 2000 and 2100 they never have the same size. */
const scales = [1, 1e3, 1e-3, 1e-6];

const fromNumber = (value: number): string | undefined => {
  for (const scale of scales) {
    const iso = toIso(value * scale);
    if (iso) return iso;
  }
  return undefined;
};

const digits = /^\d{10,19}(?:\.\d+)?$/;

/** A vendor's moment in ISO 8601 UTC: RFC 2822 or ISO text, a Date, or a count since 1970 in whichever unit. */
export const isoOf = (value: unknown): string | undefined => {
  if (value instanceof Date) return toIso(value.getTime());
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string' || value === '') return undefined;
  return digits.test(value) ? fromNumber(Number(value)) : toIso(Date.parse(value));
};

export const shifted = (iso: string, seconds: number): string | undefined => toIso(Date.parse(iso) + seconds * 1000);

/** Whole seconds, as a number or in digits. */
export const secondsOf = (value: unknown): number | undefined => {
  const seconds = typeof value === 'string' && /^\d{1,9}(?:\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && seconds >= 0 && seconds < 1e9 ? Math.round(seconds) : undefined;
};
