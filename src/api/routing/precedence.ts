const segmentsOf = (path: string): string[] => path.split('/');

/**
 * Sorts paths so that each request meets the most literal one that fits it: `/calls/metrics` comes before `/calls/:id`, wherever
 * their routes are listed.
 */
export const byPrecedence = (a: string, b: string): number => {
  const [left, right] = [segmentsOf(a), segmentsOf(b)];
  for (const [index, segment] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = Number(segment.startsWith(':')) - Number(other.startsWith(':'));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};
