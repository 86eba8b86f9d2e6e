/** Minutes to bill: started minutes, as the carriers count. @see PROVIDERS.md, "Price" */
export const billedMinutes = (durationSeconds: number): number => Math.ceil(durationSeconds / 60);

/** US cents with four decimals: Vapi charges down to a thousandth of a cent, which must not vanish. */
export const centsFromMicroUsd = (microUsd: number): number => Math.round(microUsd) / 10_000;

/** No call costs as much: a slip, which no column holds. */
const mostUsd = 1_000_000;

/** @param usd as the vendor writes it: `"-0.0085"`, `0.0085` or `"0.0085"`; the sign is the vendor's book-keeping. */
export const microUsd = (usd: number | string | null | undefined): number | undefined => {
  if (usd === null || usd === undefined || usd === '') return undefined;
  const value = Math.abs(Number(usd));
  return value < mostUsd ? Math.round(value * 1_000_000) : undefined;
};
