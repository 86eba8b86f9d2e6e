import type { CarrierCall, CarrierRecording } from './carrierCalls.ts';
import type { StandinAnswer } from './server.ts';

/** A refusal in Twilio's numbering; each carrier words it in its own way. */
export interface Refusal {
  status: number;
  code: number;
  message: string;
}

/** Where two carriers with the same paths differ. */
export interface Dialect {
  name: 'twilio' | 'signalwire';
  root: string;
  callSid: RegExp;
  refuse(refusal: Refusal): StandinAnswer;
  call(call: CarrierCall): Record<string, unknown>;
  recording(recording: CarrierRecording, accountSid: string): Record<string, unknown>;
}

const rfc2822 = (date: Date | undefined): string | null => date?.toUTCString().replace('GMT', '+0000') ?? null;

const formatted = (number: string): string => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');

const subresources = (uri: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      uri.replace(
        /\.json$/,
        `/${name.replace(/(^|_)([a-z])/g, (_all, _mark, letter: string) => letter.toUpperCase())}.json`,
      ),
    ]),
  );

const sharedCallFields = (call: CarrierCall) => ({
  sid: call.sid,
  account_sid: call.accountSid,
  parent_call_sid: call.parentCallSid ?? null,
  api_version: '2010-04-01',
  status: call.status,
  direction: call.direction,
  from: call.from,
  to: call.to,
  answered_by: null,
  caller_name: null,
  forwarded_from: null,
  date_created: rfc2822(call.startTime),
  date_updated: rfc2822(call.endTime ?? call.startTime),
  start_time: rfc2822(call.startTime),
  end_time: rfc2822(call.endTime),
  price_unit: 'USD',
});

/** @see payloads/twilio/rest: price is a negative string, null until rated; duration a string. */
export const twilioDialect: Dialect = {
  name: 'twilio',
  root: '/2010-04-01',
  callSid: /^CA[0-9a-f]{32}$/,
  refuse: ({ status, code, message }) => ({
    status,
    json: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
    ...(status === 401 && { headers: { 'www-authenticate': 'Basic realm="Twilio API"' } }),
  }),
  call: (call) => {
    const uri = `/2010-04-01/Accounts/${call.accountSid}/Calls/${call.sid}.json`;
    return {
      ...sharedCallFields(call),
      duration: call.durationSeconds === undefined ? null : String(call.durationSeconds),
      from_formatted: formatted(call.from),
      to_formatted: formatted(call.to),
      group_sid: null,
      phone_number_sid: call.direction === 'inbound' ? 'PN00000000000000000000000000000100' : '',
      price: call.priceUsd === undefined ? null : `-${call.priceUsd.toFixed(5)}`,
      queue_time: '0',
      subresource_uris: subresources(uri, [
        'notifications',
        'recordings',
        'payments',
        'events',
        'siprec',
        'streams',
        'transcriptions',
        'user_defined_message_subscriptions',
        'user_defined_messages',
      ]),
      trunk_sid: null,
      uri,
    };
  },
  recording: (recording, accountSid) => {
    const uri = `/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}.json`;
    return {
      ...sharedRecordingFields(recording, accountSid),
      channels: 1,
      conference_sid: null,
      price: '-0.00250',
      encryption_details: null,
      media_url: `https://api.twilio.com${uri.replace(/\.json$/, '')}`,
      start_time: rfc2822(recording.startTime),
      subresource_uris: subresources(uri, ['add_on_results', 'transcriptions']),
      uri,
    };
  },
};

const sharedRecordingFields = (recording: CarrierRecording, accountSid: string) => ({
  sid: recording.sid,
  account_sid: accountSid,
  call_sid: recording.callSid,
  api_version: '2010-04-01',
  date_created: rfc2822(recording.startTime),
  date_updated: rfc2822(recording.startTime),
  duration: String(recording.durationSeconds),
  error_code: null,
  price_unit: 'USD',
  source: recording.source,
  status: 'completed',
});

/** @see PROVIDERS.md §2: a call's price is a positive number and its duration an integer; a recording's price and channels are strings. */
export const signalwireDialect: Dialect = {
  name: 'signalwire',
  root: '/api/laml/2010-04-01',
  callSid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  refuse: ({ status, code, message }) => {
    // The one vendor answers in three shapes, and clients must live with each.
    if (status === 401) return { status, text: 'Unauthorized', contentType: 'text/plain' };
    if (status === 404)
      return { status, json: { code, message, more_info: 'https://developer.signalwire.com/', status } };
    return { status, json: { errors: [{ code: String(code), message, type: 'validation_error' }] } };
  },
  call: (call) => {
    const uri = `/api/laml/2010-04-01/Accounts/${call.accountSid}/Calls/${call.sid}.json`;
    return {
      ...sharedCallFields(call),
      annotation: null,
      duration: call.durationSeconds ?? null,
      formatted_from: formatted(call.from),
      formatted_to: formatted(call.to),
      phone_number_sid: null,
      price: call.priceUsd ?? null,
      subresource_uris: subresources(uri, ['notifications', 'recordings']),
      uri,
    };
  },
  recording: (recording, accountSid) => ({
    ...sharedRecordingFields(recording, accountSid),
    duration: recording.durationSeconds,
    channels: '1',
    price: '0.00250',
    uri: `/api/laml/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}.json`,
  }),
};
