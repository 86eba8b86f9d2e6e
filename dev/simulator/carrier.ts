import type { Stage } from './stage.ts';
import { demo } from './demo.ts';
import { carrierSignature } from './signing.ts';
import { fieldsOf, rfc2822, type EndedStatus, type Fields } from './carrierFields.ts';
import type { CallbackName, Expectation, WebhookToSend } from './webhook.ts';

interface Sent {
  key: string;
  label: string;
  at: number;
  fields: Fields;
  expects?: Expectation;
  follows?: CallbackName;
  after?: string;
  closing?: boolean;
}

/** Any TwiML will do. */
const anything: Expectation = { kind: 'twiml', anyOf: [] };

/** The webhooks of one inbound call as Twilio or SignalWire sends them. Times are seconds since the call began. */
export const carrierOf = (stage: Stage) => {
  const twilio = stage.carrier === 'twilio';

  const webhook = ({ key, label, at, fields, expects = { kind: 'acknowledgement' }, ...rest }: Sent): WebhookToSend => {
    const body = new URLSearchParams(fields).toString();
    const waits = expects.kind === 'twiml';
    return {
      key,
      label: `${stage.carrier} ${label}`,
      provider: stage.carrier,
      url: stage.carrierUrl,
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        ...(twilio && {
          'user-agent': 'TwilioProxy/1.1',
          accept: '*/*',
          'i-twilio-idempotency-token': stage.uuid(`token/${key}`),
        }),
        ...signed(stage, stage.carrierUrl, body),
      },
      body,
      atSeconds: at,
      expects,
      deadlineMs: twilio ? 15_000 : 5_000,
      retries: twilio ? 1 : waits ? 0 : 2,
      closing: false,
      ...rest,
    };
  };

  const { call, leg, progress, ended } = fieldsOf(stage);
  const recordingUrl = twilio
    ? `https://api.twilio.com/2010-04-01/Accounts/${stage.accountSid}/Recordings/${stage.recordingSid}`
    : `https://${demo.signalwire.space}/api/laml/2010-04-01/Accounts/${stage.accountSid}/Recordings/${stage.recordingSid}`;

  return {
    /** "What shall I do with this call?" */
    voiceRequest: (at: number, anyOf: readonly string[] = []) =>
      webhook({
        key: 'voice',
        label: 'voice request',
        at,
        fields: {
          ...call('ringing'),
          ...(twilio && {
            CallToken: JSON.stringify({ parentCallInfoToken: 'eyJhbGciOiJFUzI1NiJ9.demo' }),
            StirVerstat: 'TN-Validation-Passed-A',
          }),
        },
        expects: { kind: 'twiml', anyOf },
      }),

    /** Progress of a leg that the carrier dials: initiated, ringing, perhaps in-progress, and how it ended. */
    leg: (
      name: 'assistant' | 'person',
      from: number,
      answered: number | undefined,
      until: number,
      endedAs: EndedStatus,
    ) => {
      const to = name === 'assistant' ? demo.vapi.sipUri : stage.person;
      const events: [status: string, at: number][] = [
        ['initiated', from],
        ['ringing', from + 0.4],
        ...(answered === undefined ? [] : [['in-progress', answered] satisfies [string, number]]),
        [endedAs, until],
      ];
      return events.map(([status, at], index) =>
        webhook({
          key: `leg/${name}/${status}`,
          label: `leg to the ${name}: ${status}`,
          at,
          fields: {
            ...leg(name, to, status),
            ...progress(at, twilio ? index : undefined),
            ...(status === endedAs && ended(answered === undefined ? 0 : Math.round(until - answered))),
          },
          follows: name === 'assistant' ? 'Sip.statusCallback' : 'Number.statusCallback',
        }),
      );
    },

    /** "The leg that you had me dial is over. What now?" */
    dialAction: (
      at: number,
      dialStatus: EndedStatus,
      seconds: number,
      callStatus = 'in-progress',
      anyOf: readonly string[] = [],
    ) =>
      webhook({
        key: 'dial-action',
        label: `dial action: ${dialStatus}`,
        at,
        fields: {
          ...call(callStatus),
          DialCallSid: stage.legSid('assistant'),
          DialCallStatus: dialStatus,
          ...(dialStatus === 'completed' && { DialCallDuration: String(seconds) }),
          DialBridged: String(dialStatus === 'completed'),
        },
        expects: anyOf.length > 0 ? { kind: 'twiml', anyOf } : anything,
        follows: 'Dial.action',
        after: 'voice',
      }),

    /** "The caller has left a message. What now?" */
    recordAction: (at: number, seconds: number) =>
      webhook({
        key: 'record-action',
        label: 'record action',
        at,
        fields: {
          ...call('completed'),
          Digits: 'hangup',
          RecordingSid: stage.recordingSid,
          RecordingUrl: recordingUrl,
          RecordingDuration: String(seconds),
        },
        expects: anything,
        follows: 'Record.action',
        after: 'dial-action',
      }),

    /** The recording can be fetched. Carries no From and no To. */
    recordingReady: (at: number, seconds: number) =>
      webhook({
        key: 'recording',
        label: 'recording completed',
        at,
        fields: {
          AccountSid: stage.accountSid,
          CallSid: stage.callSid,
          RecordingSid: stage.recordingSid,
          RecordingUrl: recordingUrl,
          RecordingStatus: 'completed',
          RecordingDuration: String(seconds),
          RecordingChannels: '1',
          RecordingSource: 'RecordVerb',
          RecordingStartTime: rfc2822(stage.at(at - seconds - 2)),
          ErrorCode: '0',
        },
        follows: 'Record.recordingStatusCallback',
      }),

    /** The number's own status callback. Fires once, at the end; SignalWire's has no sequence number. */
    ended: (at: number, status: EndedStatus, seconds: number) =>
      webhook({
        key: 'ended',
        label: `call ${status}`,
        at,
        fields: { ...call(status), ...progress(at, twilio ? 0 : undefined), ...ended(seconds) },
        closing: true,
      }),
  };
};

/** Signature headers of a carrier's form under any of the tenant's URLs. */
export const signed = (
  { carrier, accounts }: Pick<Stage, 'carrier' | 'accounts'>,
  url: string,
  body: string,
): Record<string, string> =>
  carrierSignature(
    carrier,
    carrier === 'twilio' ? accounts.twilio.authToken : accounts.signalwire.signingKey,
    url,
    body,
  );
