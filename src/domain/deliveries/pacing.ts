export interface Slots {
  /** How long each request waits for its slot. */
  waitsMs: number[];
  /** Until when the slots are taken then. */
  aheadMs: number;
}

/**
 * Spreads requests evenly behind those that have their slots already, whichever worker sends them.
 * @param aheadMs until when slots are taken; as all times here, milliseconds from now.
 */
export const takeSlots = (aheadMs: number, perSecond: number, count: number): Slots => {
  const intervalMs = 1000 / perSecond;
  return {
    waitsMs: Array.from({ length: count }, (_, index) => aheadMs + index * intervalMs),
    aheadMs: aheadMs + count * intervalMs,
  };
};
