import type { Carrier } from '../../domain/providers.ts';
import { decodeJson, isJson, queryOf, sidOf, textOf, type Fields } from '../shared/body.ts';
import { decodeForm, formOf, type Form } from '../shared/form.ts';
import { directionOf, lamlEvents } from './events.ts';
import { isQuestion, lamlKind, messageSidOf } from './kind.ts';
import { placeIn } from './place.ts';
import { transferTarget } from './transfer.ts';
import type { InboundWebhook, ParsedWebhook } from '../provider.ts';
import { contentHash } from '../shared/digests.ts';
import { storable } from '../shared/storable.ts';

/** Where one carrier's webhooks differ from Twilio's. */
export interface LamlDialect {
  name: Carrier;
  /** Rewrites the carrier's own forms as Twilio would have sent them. */
  translate(fields: Fields, receivedAt: string): Fields;
  /** What to write for a phone to ring that long. */
  dialTimeout(ringSeconds: number): number;
  /** A person who is called sees the caller's number; otherwise that of the business, which no carrier refuses. */
  showsCaller: boolean;
}

const readForm = (form: Readonly<Form>, text: string): Fields => {
  if (text.includes('%00') || text.includes('\0')) return storable(form);
  if (!('CallToken' in form)) return form;
  // It opens calls in the caller's name.
  const { CallToken: _token, ...fields } = form;
  return fields;
};

/** @throws AppError `request.malformed` */
const readFields = (webhook: InboundWebhook, query: string, parameters: Form): Fields => {
  const { rawBody } = webhook;
  if (rawBody.length === 0) return readForm(parameters, query); // a GET
  return isJson(webhook) ? storable(decodeJson(rawBody)) : readForm(formOf(webhook), rawBody.toString('latin1'));
};

export const parseLaml = (webhook: InboundWebhook, { name, translate }: LamlDialect): ParsedWebhook => {
  const query = queryOf(webhook.url);
  const parameters = decodeForm(query);
  const step = textOf(parameters['step']);
  const receivedAt = webhook.receivedAt.toISOString();
  const payload = readFields(webhook, query, parameters);
  const fields = translate(payload, receivedAt);
  const kind = lamlKind(fields, step);
  const callSid = sidOf(fields['CallSid']);
  const place = placeIn(parameters);
  const subject = messageSidOf(fields) ?? callSid ?? 'none';
  // The token is not signed: it may distinguish two equal questions, but never merge two different ones.
  const token = isQuestion(kind) ? (webhook.headers['i-twilio-idempotency-token'] ?? '') : '';
  const parsed: ParsedWebhook = {
    externalId: `${subject}:${kind}:${contentHash(webhook.rawBody, query, token)}`,
    eventType: kind,
    events: lamlEvents(fields, { source: name, kind, step, position: place?.position, receivedAt }),
    payload: kind === 'voice.transfer' ? { ...payload, TransferTo: transferTarget(parameters) ?? '' } : payload,
    ...(place && { place }),
  };
  const aboutCall = kind.startsWith('sms.')
    ? undefined
    : (sidOf(fields['ParentCallSid']) ?? (kind === 'voice.screen' ? place?.callId : undefined) ?? callSid);
  if (!aboutCall) return parsed;
  // The webhook says who answered a leg, but not whose leg it is; the leg's status has said so before.
  return { ...parsed, externalCallId: aboutCall, ...(kind === 'voice.amd' && { knownAs: aboutCall }) };
};

/** The tenant's own number; undefined where the webhook does not say, as in recording callbacks. */
export const ownNumber = (fields: Fields): string | undefined => {
  // The addressee of a child leg is the number that we dialled.
  if (sidOf(fields['ParentCallSid'])) return undefined;
  const outbound =
    directionOf(textOf(fields['Direction'])) === 'OUTBOUND' || lamlKind(fields, undefined) === 'sms.status';
  return textOf(fields[outbound ? 'From' : 'To']);
};
