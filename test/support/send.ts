import { createHmac } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { demo } from '../../dev/simulator/demo.ts';
import { publicUrl, until } from './stack.ts';

/** What came back. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export const post = async (url: string, body: string | Buffer, headers: Record<string, string>): Promise<Answer> => {
  const response = await fetch(url, { method: 'POST', body: Buffer.from(body), headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const form = 'application/x-www-form-urlencoded';

/** A form as Twilio sends it, signed with the given token. */
export const twilioForm = (
  baseUrl: string,
  path: string,
  fields: Record<string, string>,
  token: string = demo.twilio.authToken,
) =>
  post(`${baseUrl}${path}`, new URLSearchParams(fields).toString(), {
    'content-type': form,
    'x-twilio-signature': getExpectedTwilioSignature(token, `${publicUrl}${path}`, fields),
  });

/** As a provider would: again, until it is acknowledged. */
export const twilioFormUntilTaken = (baseUrl: string, path: string, fields: Record<string, string>): Promise<Answer> =>
  until('an acknowledgement', async () => {
    const answer = await twilioForm(baseUrl, path, fields).catch(() => undefined);
    return answer && answer.status < 300 ? answer : null;
  });

/** Bytes as they are, with Twilio's signature over these fields. */
export const twilioBytes = (baseUrl: string, path: string, body: Buffer, fields: Record<string, string>) =>
  post(`${baseUrl}${path}`, body, {
    'content-type': form,
    'x-twilio-signature': getExpectedTwilioSignature(demo.twilio.authToken, `${publicUrl}${path}`, fields),
  });

/** JSON as SignalWire sends it. */
export const signalwireJson = (baseUrl: string, path: string, body: string) =>
  post(`${baseUrl}${path}`, body, {
    'content-type': 'application/json',
    'x-signalwire-signature': createHmac('sha1', demo.signalwire.signingKey)
      .update(`${publicUrl}${path}${body}`)
      .digest('hex'),
  });

export const vapiMessage = (
  baseUrl: string,
  path: string,
  message: unknown,
  secret: string = demo.vapi.webhookSecret,
) =>
  post(`${baseUrl}${path}`, JSON.stringify({ message }), {
    'content-type': 'application/json',
    'x-vapi-secret': secret,
  });

/** A callback of a call that came in and is over. */
export const completedCall = (callSid: string): Record<string, string> => ({
  AccountSid: demo.twilio.accountSid,
  ApiVersion: '2010-04-01',
  CallSid: callSid,
  CallStatus: 'completed',
  CallDuration: '18',
  Duration: '1',
  Direction: 'inbound',
  From: '+15145550142',
  To: demo.numbers.twilio,
  FromCity: '',
  Timestamp: 'Fri, 20 Nov 2026 15:20:18 +0000',
  CallbackSource: 'call-progress-events',
  SequenceNumber: '0',
});
