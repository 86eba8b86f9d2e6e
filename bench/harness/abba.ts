/** Every other round runs backwards, so that drift of the machine falls on all alike. */
export function* abba<Contestant>(
  contestants: readonly Contestant[],
  rounds: number,
): Generator<{ round: number; contestant: Contestant }> {
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of round % 2 === 1 ? contestants : contestants.toReversed()) yield { round, contestant };
  }
}
