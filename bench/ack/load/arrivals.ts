/** Arrival times at random but the same for every contestant; milliseconds, from the start on. */
export function poissonArrivals(count: number, perSecond: number): Float64Array {
  const random = mulberry32(42);
  const times = new Float64Array(count);
  let time = 0;
  for (let index = 0; index < count; index++) {
    time += (-Math.log(1 - random()) / perSecond) * 1000;
    times[index] = time;
  }
  return times;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
