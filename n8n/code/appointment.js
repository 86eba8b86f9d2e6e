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

const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, '0');

/** @type {(hour: number, minute: number) => string | undefined} */
const clock = (hour, minute) => (hour < 24 && minute < 60 ? `${twoDigits(hour)}:${twoDigits(minute)}` : undefined);

/** @type {Record<string, string>} */
const namedTimes = { midi: '12:00', noon: '12:00' };

const timeOfDay =
  /^(?:(?:à|at) ?)?(\d{1,2})(?: ?(?::|h|heures?) ?(\d{2})?(?::\d{2}(?:\.\d+)?)?)? ?(am|pm|du matin|de l['’]après-midi|du soir)?$/;

/**
 * The time of day in 24 hours, where the whole text says one and leaves nothing to guess: `2:30 PM`, `14 h 30`, `09:00`, and
 * neither `en matinée`, `9 h à 11 h` nor `2:30`, which may be at night.
 * @param {string} text
 */
const timeIn = (text) => {
  const said = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/([ap])\. ?m\.?$/, '$1m')
    .trim();
  if (Object.hasOwn(namedTimes, said)) return namedTimes[said];
  const [, digits = '', minutes, half] = timeOfDay.exec(said) ?? [];
  const [hour, minute] = [Number(digits), Number(minutes ?? 0)];
  const isBare = !half && !/[:h]/.test(said.replace(/^(?:à|at) ?/, ''));
  if (digits === '' || isBare) return undefined;
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    const isMorning = half === 'am' || half === 'du matin';
    return clock((hour % 12) + (isMorning ? 0 : 12), minute);
  }
  // Nobody makes appointments for the night: without its zero it is the afternoon, or it is not.
  return digits.length === 1 && hour < 7 ? undefined : clock(hour, minute);
};

/**
 * The day (`YYYY-MM-DD`) that a text begins with, if the calendar has it.
 * @param {string} text
 */
const dayIn = (text) => {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text) ?? [];
  const at = day ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day ?? '') ? day : undefined;
};

/**
 * When the assistant said it is: an instant, a day and a time of day, a day alone, or (unknown) the day of the call.
 * @param {string} date
 * @param {string} time
 * @param {string} calledAt
 */
const whenOf = (date, time, calledAt) => {
  const day = dayIn(date);
  if (!day) return { start: `${calledAt.slice(0, 10)}T00:00:00`, hasTime: false, isKnown: false };
  const [, beside = ''] = /^.{10}[T ](.*)$/.exec(date) ?? [];
  // A midnight beside a time of day only fills up the form.
  const isFiller = time !== '' && /^00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$/.test(beside);
  const isInstant = /(Z|[+-]\d{2}:?\d{2})$/.test(beside) && !Number.isNaN(Date.parse(date.replace(' ', 'T')));
  if (isInstant && !isFiller)
    return { start: `${new Date(date.replace(' ', 'T')).toISOString().slice(0, 19)}Z`, hasTime: true, isKnown: true };
  const spoken = isFiller || beside === '' ? time : beside;
  const at = timeIn(spoken);
  return { start: `${day}T${at ?? '00:00'}:00`, hasTime: at !== undefined, isKnown: at !== undefined || spoken === '' };
};

const placeholders =
  /^(?:n\/?a|none|null|nil|undefined|unknown|not? .*|tbd|tba|aucune?|inconnue?|non .*|pas .*|false|non|no|[-?.…\s]*)$/i;

/** @param {unknown} value */
const textOf = (value) => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return placeholders.test(text) ? '' : text;
};

/**
 * A field by its name, however that is written: `appointmentDate`, `appointment_date`, `Appointment Date`.
 * @param {Record<string, unknown>} said
 * @param {string} name
 */
const field = (said, name) => {
  const plain = (/** @type {string} */ key) => key.replaceAll(/[^a-z]/gi, '').toLowerCase();
  const [, value] = Object.entries(said).find(([key, given]) => plain(key) === plain(name) && textOf(given)) ?? [];
  return textOf(value);
};

/**
 * What goes into the calendar for an event of ours. What the assistant said and is not understood is in the description, and
 * the title says that somebody must look.
 * @param {{ timestamp: string, data: { callId: string, from: string | null, vapi: { summary: string | null, structuredData: Record<string, unknown> | null } | null } }} event
 * @param {number} minutes
 * @returns {Appointment}
 */
export const appointmentOf = ({ timestamp, data }, minutes) => {
  const said = data.vapi?.structuredData ?? {};
  const [date, time] = [field(said, 'appointmentDate'), field(said, 'appointmentTime')];
  const when = whenOf(date, time, timestamp);
  const caller = data.from && data.from !== 'anonymous' ? data.from : '';
  const customer = field(said, 'customerName') || caller || 'client inconnu';
  const phone = field(said, 'customerPhone') || caller;
  const unclear = when.isKnown ? '' : [date, time].filter(Boolean).join(', ');
  return {
    eventId: Buffer.from(data.callId).toString('hex'),
    title: `${when.isKnown ? '' : 'À CONFIRMER : '}Rendez-vous, ${customer}`,
    description: [
      data.vapi?.summary,
      unclear && `Moment mentionné : ${unclear}`,
      phone && `Téléphone : ${phone}`,
      `Appel : ${data.callId}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    location: field(said, 'address'),
    start: when.start,
    end: later(when.start, when.hasTime ? minutes : 24 * 60),
    allDay: when.hasTime ? 'no' : 'yes',
  };
};
