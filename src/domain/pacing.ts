export interface Slots {
  /** When each request may go, milliseconds since 1970; fewer than asked for where the others would wait too long. */
  slots: number[];
  /** When the next one may. */
  freeFrom: number;
}

/**
 * Spreads requests evenly over time, whoever sends them.
 * @param freeFrom from when on nobody has taken a slot; milliseconds since 1970, as is `now`.
 * @param patienceMs how long a request may wait for its slot.
 */
export const takeSlots = (
  freeFrom: number,
  now: number,
  perSecond: number,
  count: number,
  patienceMs: number,
): Slots => {
  const intervalMs = 1000 / perSecond;
  const first = Math.max(freeFrom, now);
  const bearable = Math.max(0, Math.floor((now + patienceMs - first) / intervalMs) + 1);
  const taken = Math.min(count, bearable);
  return {
    slots: Array.from({ length: taken }, (_, index) => first + index * intervalMs),
    freeFrom: first + taken * intervalMs,
  };
};
