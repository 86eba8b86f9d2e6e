import type { CallObservation, CallStatus } from '../../domain/calls/observation.ts';
import { AppError } from '../../errors.ts';
import { decodeJson, defined, fieldsOf, isFields, queryOf, sidOf, textOf, type Fields } from '../shared/body.ts';
import { isoOf } from '../shared/moments.ts';
import type { InboundWebhook, ParsedWebhook } from '../provider.ts';
import { contentHash } from '../shared/digests.ts';
import { storable } from '../shared/storable.ts';
import { callIdOf, isPhoneCall, partiesOf } from './call.ts';
import { liveNewsOf } from './live.ts';
import { endEvent, endEvents } from './report.ts';

const maxTypeLength = 48;

/** The server message in its envelope. @throws AppError `request.malformed` */
export const messageOf = (body: Fields): Fields => {
  const message = isFields(body['message']) ? body['message'] : body;
  if (textOf(message['type']) === undefined)
    throw new AppError('request.malformed', { expected: 'a message with a type' });
  return message;
};

const liveStatuses = new Map<string, CallStatus>([
  ['scheduled', 'queued'],
  ['queued', 'queued'],
  ['ringing', 'ringing'],
  ['in-progress', 'in-progress'],
  ['forwarding', 'in-progress'],
]);
export const liveStatusOf = (word: string | undefined): CallStatus | undefined =>
  word ? liveStatuses.get(word) : undefined;

const isEnd = (message: Fields): boolean =>
  message['type'] === 'end-of-call-report' || (message['type'] === 'status-update' && message['status'] === 'ended');

/** A transfer to a telephone; one to another assistant keeps the call where it is. */
const transferLeg = (
  message: Fields,
  assistantCallId: string | undefined,
  base: Pick<CallObservation, 'source' | 'at'>,
): CallObservation[] => {
  const { type } = fieldsOf(message['destination']);
  if ((type !== 'number' && type !== 'sip') || !assistantCallId) return [];
  return [{ ...base, type: 'leg', legId: `${assistantCallId}:transfer`, role: 'person', status: 'ringing' }];
};

/** Most messages, such as each piece of the transcript, are kept but change nothing that we report of the call. */
const eventsOf = (message: Fields, receivedAt: string): CallObservation[] => {
  const call = fieldsOf(message['call']);
  const base = { source: 'vapi', at: isoOf(message['timestamp']) ?? receivedAt } as const;
  const assistantCallId = sidOf(call['id']);
  const parties = partiesOf(message, call);
  // Its call is a snapshot from an earlier moment: only what never changes is read from it.
  const ended = { record: message, base, assistantCallId, parties, createdAt: call['createdAt'] };

  switch (message['type']) {
    case 'end-of-call-report':
      return endEvents(ended);
    case 'status-update': {
      if (message['status'] === 'ended') return [endEvent(ended)];
      const status = liveStatusOf(textOf(message['status']));
      return status ? [{ ...base, type: 'status', status, ...parties, ...defined({ assistantCallId }) }] : [];
    }
    case 'assistant-request':
      return [{ ...base, type: 'status', status: 'ringing', ...parties, ...defined({ assistantCallId }) }];
    case 'transfer-update':
      return transferLeg(message, assistantCallId, base);
    default:
      return [];
  }
};

/**
 * Sent many times a call, each with all that was said so far: the report has it once more. A transcript's type may come
 * with a condition in brackets.
 */
const chatter =
  /^(?:conversation-update|speech-update|transcript(?:\[.*\])?|model-output|voice-input|user-interrupted)$/;

export const parseVapi = ({ rawBody, url, receivedAt }: InboundWebhook): ParsedWebhook => {
  const body = decodeJson(rawBody);
  const type = textOf(messageOf(body)['type']) ?? '';
  // Before secrets are left out: where the call takes commands is one.
  const live = defined({ live: liveNewsOf(messageOf(body), receivedAt) });
  if (chatter.test(type))
    return { externalId: 'none', eventType: type, payload: body, events: [], isChatter: true, ...live };
  const payload = storable(body);
  const message = messageOf(payload);
  const call = fieldsOf(message['call']);
  // Cutting may split a surrogate pair, which PostgreSQL would refuse.
  const eventType = (textOf(message['type']) ?? '').slice(0, maxTypeLength).toWellFormed();
  const assistantCallId = sidOf(call['id']);
  const externalCallId = isFields(message['call']) ? callIdOf(message, call, isEnd(message)) : undefined;
  const asksAbout = type === 'assistant-request' ? partiesOf(message, call).from : undefined;
  const events = externalCallId || assistantCallId ? eventsOf(message, receivedAt.toISOString()) : [];
  return {
    externalId: `${assistantCallId ?? 'none'}:${eventType}:${contentHash(rawBody, queryOf(url))}`,
    eventType,
    payload,
    events,
    ...live,
    ...(asksAbout?.startsWith('+') && { asksAbout }),
    // Its snapshots of a phone call come with the carrier's id, and without. What a tool does belongs to its call, too.
    ...defined({
      externalCallId,
      knownAs: (events.length > 0 || type === 'tool-calls') && isPhoneCall(call) ? assistantCallId : undefined,
    }),
  };
};
