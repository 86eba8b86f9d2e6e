import { defined, fieldsOf, isFields, textOf, type Fields } from './shared/body.ts';
import { isoOf, secondsOf } from './shared/moments.ts';

/*
 * SignalWire's newer APIs speak in documents: SWML (`{call}`) and events (`{event_type, params}`). Here they become what
 * its callbacks, in Twilio's names, would have said.
 */

const callStates = new Map([
  ['created', 'ringing'],
  ['ringing', 'ringing'],
  ['answered', 'in-progress'],
  ['ending', 'in-progress'],
  ['ended', 'completed'],
]);

/** `noAnswer`, `no_answer` and `no-answer` are one. */
const plain = (word: string): string => word.replaceAll(/[^a-z]/gi, '').toLowerCase();

/** Why a call ended; whatever else there is, it was a conversation. */
const endReasons = new Map([
  ['busy', 'busy'],
  ['decline', 'busy'],
  ['declined', 'busy'],
  ['rejected', 'busy'],
  ['noanswer', 'no-answer'],
  ['timeout', 'no-answer'],
  ['cancel', 'canceled'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['abandoned', 'canceled'],
  ['error', 'failed'],
  ['failed', 'failed'],
]);

const statusOf = (state: string | undefined, endReason: string | undefined): string | undefined =>
  state === 'ended' ? (endReasons.get(plain(endReason ?? '')) ?? 'completed') : callStates.get(state ?? '');

/** A phone has numbers, a SIP device has addresses. */
const partiesOf = (call: Fields): Fields => {
  const device = fieldsOf(fieldsOf(call['device'])['params']);
  const first = (...names: string[]): unknown =>
    [call, device].flatMap((place) => names.map((name) => place[name])).find((value) => textOf(value) !== undefined);
  return defined({ From: first('from_number', 'from'), To: first('to_number', 'to') });
};

const secondsBetween = (from: unknown, to: unknown): number | undefined => {
  const [start, end] = [isoOf(from), isoOf(to)];
  return start && end ? secondsOf((Date.parse(end) - Date.parse(start)) / 1000) : undefined;
};

/** The moments that newer documents bring along, in milliseconds. A call that was never answered has no second. */
const timesOf = (call: Fields, status: string | undefined): Fields => {
  const answered = isoOf(call['answer_time']) !== undefined;
  const seconds = secondsBetween(call['answer_time'], call['end_time']);
  return defined({ CallDuration: status === 'completed' && answered ? seconds : undefined });
};

const detected = new Map([
  ['machine', 'machine'],
  ['human', 'human'],
  ['unknown', 'unknown'],
  ['ced', 'fax'],
  ['cng', 'fax'],
]);

const detectionOf = (call: Fields): Fields => {
  const event = textOf(fieldsOf(fieldsOf(call['detect'])['params'])['event']);
  return defined({ AnsweredBy: detected.get((event ?? '').toLowerCase()) });
};

const recordingOf = (call: Fields): Fields => {
  const finished = textOf(call['state']) === 'finished';
  return defined({
    RecordingSid: call['recording_id'] ?? call['control_id'],
    RecordingUrl: call['url'],
    RecordingDuration: secondsOf(call['duration']),
    RecordingStatus: finished ? 'completed' : 'in-progress',
  });
};

/** What one kind of event says beside which call it is about. */
const factsOf = (event: string | undefined, call: Fields): Fields => {
  if (event?.endsWith('call.record')) return recordingOf(call);
  if (event?.endsWith('call.detect')) return detectionOf(call);
  const isState = event === undefined || event.endsWith('call.state') || event.endsWith('call.receive');
  const state = textOf(call['call_state']) ?? (isState ? textOf(call['state']) : undefined);
  const status = statusOf(state, textOf(call['end_reason']));
  return { CallbackSource: 'document', ...defined({ CallStatus: status }), ...timesOf(call, status) };
};

/** @returns undefined for any other document. */
export const fromDocument = (document: Fields): Fields | undefined => {
  const call = [document['call'], document['params'], document].find(
    (place): place is Fields => isFields(place) && textOf(place['call_id']) !== undefined,
  );
  if (!call) return undefined;
  const event = textOf(document['event_type']) ?? textOf(document['event']);
  const parent = fieldsOf(call['parent'])['call_id'] ?? call['parent_call_id'];
  const at = isoOf(call['end_time']) ?? isoOf(document['timestamp']);
  return {
    ...defined({ CallSid: call['call_id'], ParentCallSid: parent, Direction: call['direction'], Timestamp: at }),
    ...partiesOf(call),
    ...factsOf(event, call),
  };
};
