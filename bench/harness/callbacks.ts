import { createHmac } from 'node:crypto';

/** Whose callbacks are made, and where Twilio believes to send them. */
export interface Subscription {
  publicUrl: string;
  tenantSlug: string;
  accountSid: string;
  authToken: string;
}

export interface Callback {
  path: string;
  headers: Record<string, string>;
  body: string;
}

export const eventsPerCall = 6;
/** Calls under way at once: a call's next event comes this many requests later. */
const liveCalls = 64;

const statuses = ['queued', 'initiated', 'ringing', 'in-progress', 'in-progress', 'completed'];
const extras: Record<string, string>[] = [
  {},
  {},
  {},
  {},
  { AnsweredBy: 'human', MachineDetectionDuration: '2110' },
  { CallDuration: '18', Duration: '1', SipResponseCode: '200' },
];

/**
 * The `index`th callback of an endless stream in which no two are the same: six status callbacks a call,
 * with the fields that Twilio sends for a call between two Montréal numbers.
 */
export function callbackStream(subscription: Subscription, run: string): (index: number) => Callback {
  const callbackOf = callbacksOf(subscription, run);
  return (index) => {
    const lap = Math.floor(index / (liveCalls * eventsPerCall));
    const sequence = Math.floor(index / liveCalls) % eventsPerCall;
    return callbackOf(lap * liveCalls + (index % liveCalls), sequence);
  };
}

/** The callbacks of a call, by their sequence: `eventsPerCall` of them. */
export function callbacksOf(subscription: Subscription, run: string): (call: number, sequence: number) => Callback {
  const path = `/webhooks/twilio/${subscription.tenantSlug}`;
  const templates = statuses.map((_, sequence) => template(subscription, path, sequence));
  return (call, sequence) =>
    templates[sequence]!({
      sid: callSid(run, call),
      line: String(1_000_000 + (call % 9_000_000)),
      minute: String(Math.floor(call / 60) % 60).padStart(2, '0'),
      second: String(call % 60).padStart(2, '0'),
    });
}

export const callSid = (run: string, call: number): string =>
  `CA${run}${call.toString(16).padStart(32 - run.length, '0')}`;

type Blanks = Record<'sid' | 'line' | 'minute' | 'second', string>;

// What differs from call to call needs no escaping, so that form and signed text are both filled-in templates.
function template(subscription: Subscription, path: string, sequence: number): (blanks: Blanks) => Callback {
  const fields = Object.entries(formFields(subscription, sequence));
  const form = fill(fields.map(([key, value]) => `${key}=${escape(value)}`).join('&'));
  const sorted = fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const signed = fill(`${subscription.publicUrl}${path}${sorted.flat().join('')}`);
  return (blanks) => ({
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
      accept: '*/*',
      'i-twilio-idempotency-token': `${blanks.sid}-${sequence}`,
      'x-twilio-signature': createHmac('sha1', subscription.authToken).update(signed(blanks)).digest('base64'),
    },
    body: form(blanks),
  });
}

function fill(text: string): (blanks: Blanks) => string {
  const parts = text.split(/<(\w+)>/);
  return (blanks) => parts.map((part, at) => (at % 2 === 0 ? part : blanks[part as keyof Blanks])).join('');
}

const escape = (value: string) => encodeURIComponent(value).replaceAll('%3C', '<').replaceAll('%3E', '>');

function formFields({ accountSid }: Subscription, sequence: number): Record<string, string> {
  const day = new Date().toUTCString().slice(0, 'Thu, 01 Jan 1970 00'.length);
  return {
    Called: '+15145550100',
    ToState: 'QC',
    CallerCountry: 'CA',
    Direction: 'inbound',
    Timestamp: `${day}:<minute>:<second> +0000`,
    CallbackSource: 'call-progress-events',
    CallerState: 'QC',
    ToZip: '',
    SequenceNumber: String(sequence),
    To: '+15145550100',
    CallSid: '<sid>',
    ToCountry: 'CA',
    CallerZip: '',
    CalledZip: '',
    ApiVersion: '2010-04-01',
    CallStatus: statuses[sequence]!,
    CalledCity: 'MONTREAL',
    From: '+1514<line>',
    AccountSid: accountSid,
    CalledCountry: 'CA',
    CallerCity: 'MONTREAL',
    Caller: '+1514<line>',
    ToCity: 'MONTREAL',
    FromCountry: 'CA',
    FromCity: 'MONTREAL',
    CalledState: 'QC',
    FromZip: '',
    FromState: 'QC',
    ...extras[sequence],
  };
}
