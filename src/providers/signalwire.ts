import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { decodeForm, fieldsOf, isJson, queryOf, textOf, withoutFragment, type Fields } from './body.ts';
import { answerLaml } from './lamlAnswer.ts';
import { fetchLamlCall } from './lamlRest.ts';
import { ownNumber, parseLaml, type LamlDialect } from './lamlWebhook.ts';
import { secondsOf, isoOf, shifted } from './moments.ts';
import type { CarrierProvider, InboundWebhook } from './provider.ts';
import { issuedSecret, pasted, PhoneNumbers } from './settings.ts';
import { isBodyHash, sameText } from './signatures.ts';

const Settings = z.object({
  projectId: pasted().regex(/^[\w-]+$/, 'Expected the Project ID, such as 4b7ae78a-d02e-4889-a63b-08b156d5916e'),
  apiToken: issuedSecret('The API token'),
  // Our server sends the token there: nothing but SignalWire's own hosts.
  space: pasted()
    .transform((space) =>
      space
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/+$/, ''),
    )
    .pipe(z.string().regex(/^[a-z0-9-]+\.signalwire\.com$/, 'Expected the space, such as example.signalwire.com')),
  signingKey: issuedSecret("The project's signing key (not the API token)"),
  phoneNumbers: PhoneNumbers,
});

const signatureOf = ({ headers }: InboundWebhook): string | undefined =>
  headers['x-signalwire-signature'] || headers['x-twilio-signature'] || undefined;

/** The URL may have been signed with or without the standard port. */
const spellings = (url: string): string[] => {
  const [, scheme = '', userInfo = '', host = '', rest = ''] =
    /^(https?:\/\/)([^/?#]*@)?([^/?#:]+)(?::\d+)?(.*)$/is.exec(url) ?? [];
  if (!scheme) return [url];
  const port = scheme.toLowerCase() === 'https://' ? ':443' : ':80';
  return [url, `${scheme}${userInfo}${host}${rest}`, `${scheme}${userInfo}${host}${port}${rest}`];
};

/** Sorted by name; repeated names keep their order and repetitions, unlike Twilio's. */
const signedForm = (form: string): string =>
  Object.entries(decodeForm(form))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) =>
      [value ?? '']
        .flat()
        .map((item) => name + item)
        .join(''),
    )
    .join('');

const verify = (webhook: InboundWebhook, signingKey: string): boolean => {
  const signature = signatureOf(webhook);
  if (!signature) return false;
  const { rawBody } = webhook;
  const url = withoutFragment(webhook.url);
  const signs = (encoding: 'hex' | 'base64', content: string | Buffer): boolean =>
    spellings(url).some((spelling) =>
      sameText(signature, createHmac('sha1', signingKey).update(spelling).update(content).digest(encoding)),
    );

  const bodyHash = new URLSearchParams(queryOf(url)).get('bodySHA256');
  if (bodyHash !== null && isBodyHash(bodyHash, rawBody) && signs('base64', '')) return true;
  return isJson(webhook) ? signs('hex', rawBody) : signs('base64', signedForm(rawBody.toString('utf8')));
};

const callStates: Record<string, string> = {
  created: 'ringing',
  ringing: 'ringing',
  answered: 'in-progress',
  ending: 'in-progress',
  ended: 'completed',
};

/** SWML (`{call}`) and event (`{event, params}`) documents, in Twilio's names. */
const fromDocument = (document: Fields): Fields | undefined => {
  const call = fieldsOf(document['call'] ?? document['params']);
  const callId = textOf(call['call_id']);
  if (!callId) return undefined;
  const state = textOf(call['call_state']) ?? textOf(call['state']);
  return {
    CallSid: callId,
    CallbackSource: 'document',
    CallStatus: state && Object.hasOwn(callStates, state) ? callStates[state] : undefined,
    Direction: call['direction'],
    From: call['from_number'] ?? call['from'],
    To: call['to_number'] ?? call['to'],
  };
};

/**
 * The callback of a number, sent once at the end, names no direction, and its Timestamp is the call's beginning.
 * @see https://signalwire.com/docs/compatibility-api/rest/incoming-phone-numbers/webhooks/incoming-call-status-callback
 */
const fromNumberCallback = (fields: Fields, receivedAt: string): Fields => {
  const startedAt = isoOf(textOf(fields['Timestamp']));
  const durationSeconds = secondsOf(textOf(fields['CallDuration']));
  const isOne = durationSeconds !== undefined && !fields['CallbackSource'] && fields['SequenceNumber'] === undefined;
  if (!isOne) return fields;
  const endedAt = (startedAt && shifted(startedAt, durationSeconds)) ?? receivedAt;
  return { Direction: 'inbound', ...fields, Timestamp: endedAt < receivedAt ? endedAt : receivedAt };
};

const dialect: LamlDialect = {
  name: 'signalwire',
  translate: (fields, receivedAt) => fromDocument(fields) ?? fromNumberCallback(fields, receivedAt),
};

export const createSignalWire = (apiUrl: string): CarrierProvider<'signalwire'> => ({
  name: 'signalwire',
  settings: Settings,
  secretFields: ['apiToken', 'signingKey'],
  // Its callbacks carry dozens of audio statistics.
  maxBodyBytes: 64 * 1024,
  hasSignature: (webhook) => signatureOf(webhook) !== undefined,
  verify: (webhook, { signingKey }) => verify(webhook, signingKey),
  parse: (webhook) => parseLaml(webhook, dialect),
  answer: answerLaml,
  calledNumber: ({ payload }) => ownNumber(fromDocument(payload) ?? payload),

  fetchCall: ({ projectId, apiToken, space }, callSid, signal) =>
    fetchLamlCall(
      {
        name: 'signalwire',
        baseUrl: apiUrl.replace('{space}', space),
        version: 'api/laml/2010-04-01',
        accountId: projectId,
        password: apiToken,
      },
      callSid,
      signal,
    ),
});
