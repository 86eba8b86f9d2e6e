import { z } from 'zod';
import { fieldsOf, isJson, textOf, withoutFragment, type Fields } from './body.ts';
import { formOf } from './form.ts';
import { answerLaml } from './lamlAnswer.ts';
import { fetchLamlCall } from './lamlRest.ts';
import { bodyHashOf, isSignature, keyRing, signedForm } from './lamlSignature.ts';
import { ownNumber, parseLaml, type LamlDialect } from './lamlWebhook.ts';
import { secondsOf, isoOf, shifted } from './moments.ts';
import type { CarrierProvider, InboundWebhook, ProviderSettings } from './provider.ts';
import { PhoneNumbers, required } from './settings.ts';
import { isBodyHash } from './signatures.ts';

const Settings = z.object({
  projectId: z.string().regex(/^[\w-]+$/, 'Expected the Project ID, such as 4b7ae78a-d02e-4889-a63b-08b156d5916e'),
  apiToken: required('The API token'),
  // Our server sends the token there: nothing but SignalWire's own hosts.
  space: z
    .string()
    .transform((space) =>
      space
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/+$/, ''),
    )
    .pipe(z.string().regex(/^[a-z0-9-]+\.signalwire\.com$/, 'Expected the space, such as example.signalwire.com')),
  signingKey: required("The project's signing key (not the API token)"),
  phoneNumbers: PhoneNumbers,
});

const signatureOf = ({ headers }: InboundWebhook): string | undefined =>
  headers['x-signalwire-signature'] || headers['x-twilio-signature'] || undefined;

/** The URL may have been signed with or without the standard port. */
const otherSpellings = (url: string): string[] => {
  const [, scheme = '', userInfo = '', host = '', rest = ''] =
    /^(https?:\/\/)([^/?#]*@)?([^/?#:]+)(?::\d+)?(.*)$/is.exec(url) ?? [];
  if (!scheme) return [];
  const port = scheme.toLowerCase() === 'https://' ? ':443' : ':80';
  return [`${scheme}${userInfo}${host}${rest}`, `${scheme}${userInfo}${host}${port}${rest}`];
};

const keyOf = keyRing(({ signingKey }: ProviderSettings['signalwire']) => signingKey);

/** Repeated names keep their order and repetitions, unlike Twilio's. */
const asSent = (values: readonly string[]): readonly string[] => values;

const verify = (webhook: InboundWebhook, settings: ProviderSettings['signalwire']): boolean => {
  const signature = signatureOf(webhook);
  if (!signature) return false;
  const { rawBody } = webhook;
  const key = keyOf(settings);
  const url = withoutFragment(webhook.url);
  const signs = (encoding: 'hex' | 'base64', content: string | Buffer): boolean =>
    isSignature(signature, key, encoding, url, content) ||
    otherSpellings(url).some((spelling) => isSignature(signature, key, encoding, spelling, content));

  const bodyHash = bodyHashOf(url);
  if (bodyHash !== null && isBodyHash(bodyHash, rawBody) && signs('base64', '')) return true;
  return isJson(webhook) ? signs('hex', rawBody) : signs('base64', signedForm(formOf(webhook), asSent));
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
  verify,
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
