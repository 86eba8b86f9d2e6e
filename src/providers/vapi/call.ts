import type { CallParties } from '../../domain/calls/observation.ts';
import { carriers, type Carrier } from '../../domain/providers.ts';
import { defined, fieldsOf, isFields, partyIn, sidOf, textOf, type Fields } from '../shared/body.ts';

/** Our TwiML gives the assistant's leg the header `X-Call-Sid`; Vapi shows it as a header or as a variable. */
const isCallSidName = (name: string): boolean => /^(?:x[-_])?call[-_]?sid$/i.test(name);

const headerIn = (headers: unknown): string | undefined => {
  const pairs: [string, unknown][] = Array.isArray(headers)
    ? headers.map((header) => [textOf(fieldsOf(header)['name']) ?? '', fieldsOf(header)['value']])
    : Object.entries(fieldsOf(headers));
  return sidOf(pairs.find(([name]) => isCallSidName(name))?.[1]);
};

const forwardedCallSid = (message: Fields, call: Fields): string | undefined => {
  const transport = fieldsOf(call['transport']);
  const places = [
    fieldsOf(call['assistantOverrides'])['variableValues'],
    fieldsOf(message['assistantOverrides'])['variableValues'],
    fieldsOf(message['artifact'])['variableValues'],
    fieldsOf(fieldsOf(call['phoneCallProviderDetails'])['sip'])['headers'],
    fieldsOf(transport['sip'])['headers'],
    transport['sipHeaders'],
    transport['headers'],
  ];
  for (const place of places) {
    const callSid = headerIn(place);
    if (callSid) return callSid;
  }
  return undefined;
};

/** The carrier that Vapi was called through, where it is one of ours. */
const carrierOf = (call: Fields): Carrier | undefined =>
  carriers.find((carrier) => carrier === textOf(call['phoneCallProvider']));

export const isPhoneCall = (call: Fields): boolean =>
  (textOf(call['type']) ?? 'inboundPhoneCall').endsWith('PhoneCall');

const carrierCallId = (message: Fields, call: Fields): string | undefined =>
  forwardedCallSid(message, call) ??
  sidOf(call['phoneCallProviderId']) ??
  sidOf(fieldsOf(call['transport'])['callSid']);

/**
 * The carrier's id of the call, so that the carrier and the assistant speak of the same one; Vapi's where no carrier is
 * involved. A phone call that has no carrier's id yet gets it in the next message, or has ended without one.
 */
export const callIdOf = (message: Fields, call: Fields, isLast: boolean): string | undefined =>
  carrierCallId(message, call) ?? (isLast || !isPhoneCall(call) ? sidOf(call['id']) : undefined);

const addressIn = (party: unknown): string | undefined =>
  partyIn(fieldsOf(party)['number']) ?? partyIn(fieldsOf(party)['sipUri']);

const firstFields = (...candidates: unknown[]): Fields => candidates.find(isFields) ?? {};

/** The customer is the caller of an inbound call and the callee of an outbound one. */
export const partiesOf = (message: Fields, call: Fields): CallParties => {
  const customer = addressIn(firstFields(message['customer'], call['customer']));
  const ours = addressIn(firstFields(message['phoneNumber'], call['phoneNumber']));
  const carrier = carrierOf(call);
  const line = defined({ carrier, carrierCallId: carrier && carrierCallId(message, call) });
  return textOf(call['type']) === 'outboundPhoneCall'
    ? { direction: 'OUTBOUND', ...defined({ from: ours, to: customer }), ...line }
    : { direction: 'INBOUND', ...defined({ from: customer, to: ours }), ...line };
};
