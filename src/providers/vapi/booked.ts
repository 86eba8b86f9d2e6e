import { fieldsOf, isFields, textOf, type Fields } from '../shared/body.ts';
import { isPlausibleDate, objectIn, plain, unwrapped, yesOrNo } from '../shared/modelWords.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Questions whose answer is yes where an appointment was made. */
const booked = names(
  'booked isbooked bookingmade bookingconfirmed appointmentbooked isappointmentbooked wasappointmentbooked appointmentmade ' +
    'appointmentconfirmed appointmentscheduled appointmentset rendezvouspris rendezvousconfirme rendezvousreserve ' +
    'rendezvousfixe rdvpris rdvconfirme',
);

const dates = names(
  'appointment appointmentdate appointmentdatetime appointmentday appointmentstart bookingdate rendezvous daterendezvous ' +
    'datedurendezvous rendezvousdate daterdv datedurdv',
);

const outcomes = names('outcome calloutcome');
const outcomeBooked = names('booked appointmentbooked rendezvouspris');

type Answer = 'yes' | 'no' | 'dated';

const answerTo = (called: readonly string[], value: unknown): Answer[] => {
  const isAsked = (set: ReadonlySet<string>): boolean => called.some((name) => set.has(name));
  const text = textOf(value);
  if (isAsked(booked)) {
    const said = yesOrNo(value);
    return said === undefined ? [] : [said ? 'yes' : 'no'];
  }
  if (isAsked(outcomes)) return outcomeBooked.has(plain(text ?? '')) ? ['yes'] : [];
  return isAsked(dates) && text !== undefined && isPlausibleDate(text) ? ['dated'] : [];
};

const maxDepth = 4;

/** Every answer in the data, by its own name and by that of the object around it: `appointment: {date}` is `appointmentDate`. */
const answers = (data: Fields, around: string, depth: number): Answer[] =>
  Object.entries(data).flatMap(([key, value]) => {
    const name = plain(key);
    const inner = objectIn(value);
    if (inner) return depth < maxDepth ? answers(inner, name, depth + 1) : [];
    return answerTo([name, `${around}${name}`], value);
  });

/** A tool answers in JSON, or in a sentence for the assistant to speak. Only a plain yes counts as one. */
const saysBooked = (result: unknown): boolean => {
  const inner = unwrapped(result);
  if (isFields(inner)) {
    const { booked: made, success, confirmed, status, appointmentId, error } = inner;
    const said = [made, success, confirmed].map(yesOrNo);
    if (said.includes(false) || Boolean(error)) return false;
    return (
      said.includes(true) || /^(?:booked|confirmed)$/i.test(textOf(status) ?? '') || Boolean(textOf(appointmentId))
    );
  }
  const sentence = textOf(inner) ?? '';
  const refused =
    /\b(?:not|no|cannot|can't|unable|unavailable|error|failed|sorry|pas|aucune?|impossible|indisponible|erreur)\b|désolé|échou/i;
  const agreed =
    yesOrNo(sentence) === true || /\b(?:booked|confirmed|scheduled)\b|confirmée?|réservée?/i.test(sentence);
  return agreed && !refused.test(sentence);
};

const bookingTool = /^book_?appointment/i;

const bookedByTool = (messages: readonly unknown[]): boolean =>
  messages.some((item) => {
    const { role, name, result } = fieldsOf(item);
    return role === 'tool_call_result' && bookingTool.test(textOf(name) ?? '') && saysBooked(result);
  });

/** Whether the assistant says that it made an appointment. A plain no counts more than any date. */
export const isBooked = (data: Fields, messages: readonly unknown[]): boolean => {
  const said = answers(data, '', 0);
  return !said.includes('no') && (said.length > 0 || bookedByTool(messages));
};
