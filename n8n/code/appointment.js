/**
 * @typedef {object} Appointment
 * @property {string} eventId the call's, in the letters that Google accepts: a second one is refused
 * @property {string} title
 * @property {string} description
 * @property {string} location
 * @property {string} start without an offset it is the workflow's time zone
 * @property {string} end
 * @property {'yes' | 'no'} allDay
 */

/** @type {(at: string, minutes: number) => string} */
const later = (at, minutes) => {
  const isLocal = !at.endsWith('Z');
  const moved = new Date(Date.parse(isLocal ? `${at}Z` : at) + minutes * 60_000).toISOString().slice(0, 19);
  return isLocal ? moved : `${moved}Z`;
};

/**
 * When the assistant said it is: an instant, a day and a time of day, a day alone, or (unknown) the day of the call.
 * @param {string} date
 * @param {string} time
 * @param {string} calledAt
 */
const whenOf = (date, time, calledAt) => {
  const isInstant = /T.*(Z|[+-]\d{2}:?\d{2})$/.test(date) && !Number.isNaN(Date.parse(date));
  if (isInstant) return { start: `${new Date(date).toISOString().slice(0, 19)}Z`, hasTime: true, isKnown: true };
  const [, day] = /^(\d{4}-\d{2}-\d{2})/.exec(date) ?? [];
  const [, hour, minute = '00'] = /(\d{1,2}) ?[:h] ?(\d{2})?/i.exec(date.split('T')[1] ?? time) ?? [];
  if (!day || Number.isNaN(Date.parse(day)))
    return { start: `${calledAt.slice(0, 10)}T00:00:00`, hasTime: false, isKnown: false };
  const hasTime = hour !== undefined && Number(hour) < 24 && Number(minute) < 60;
  const clock = hasTime ? `${hour.padStart(2, '0')}:${minute}` : '00:00';
  return { start: `${day}T${clock}:00`, hasTime, isKnown: true };
};

/** @param {unknown} value */
const textOf = (value) => (typeof value === 'string' ? value.trim() : '');

/**
 * What goes into the calendar for an event of ours.
 * @param {{ timestamp: string, data: { callId: string, from: string | null, vapi: { summary: string | null, structuredData: Record<string, unknown> | null } | null } }} event
 * @param {number} minutes
 * @returns {Appointment}
 */
export const appointmentOf = ({ timestamp, data }, minutes) => {
  const said = data.vapi?.structuredData ?? {};
  const when = whenOf(textOf(said['appointmentDate']), textOf(said['appointmentTime']), timestamp);
  const customer = textOf(said['customerName']) || data.from || 'client inconnu';
  const phone = textOf(said['customerPhone']) || data.from || '';
  return {
    eventId: Buffer.from(data.callId).toString('hex'),
    title: `${when.isKnown ? '' : 'À CONFIRMER : '}Rendez-vous, ${customer}`,
    description: [data.vapi?.summary, phone && `Téléphone : ${phone}`, `Appel : ${data.callId}`]
      .filter(Boolean)
      .join('\n\n'),
    location: textOf(said['address']),
    start: when.start,
    end: later(when.start, when.hasTime ? minutes : 24 * 60),
    allDay: when.hasTime ? 'no' : 'yes',
  };
};
