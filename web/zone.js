/** How far a zone's clocks are from UTC at a moment. */
const offsetMs = (instant, timeZone) => {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(instant / 1_000) * 1_000;
};

/**
 * When the clocks of a zone show this.
 * @param {string} local as `datetime-local` has it: 2026-01-15T10:30
 * @param {string | undefined} timeZone
 */
export const instantOf = (local, timeZone) => {
  const asUtc = Date.parse(`${local}Z`);
  // The offset belongs to the moment, not to what the clocks show: the second look corrects days on which they change.
  const near = asUtc - offsetMs(asUtc, timeZone);
  return new Date(asUtc - offsetMs(near, timeZone)).toISOString();
};
