import { z } from 'zod';
import { matching } from '../contract/problems/fieldErrors.ts';
import { isJson, textOf, withoutFragment, type Fields } from './shared/body.ts';
import { formOf } from './shared/form.ts';
import { answerLaml } from './laml/answer.ts';
import { renderStatic } from './laml/staticScript.ts';
import { endLamlCall, redirectLamlCall } from './laml/control.ts';
import { fetchLamlCall, listLamlCalls, type LamlAccount } from './laml/rest.ts';
import { bodyHashOf, isSignature, keyRing, signedForm } from './laml/signature.ts';
import { ownNumber, parseLaml, type LamlDialect } from './laml/webhook.ts';
import { secondsOf, isoOf, shifted } from './shared/moments.ts';
import type { CarrierProvider, InboundWebhook, IntegrationSettings, WebhookHead } from './provider.ts';
import { issuedSecret, pasted, PhoneNumbers } from './integrationFields.ts';
import { isBodyHash } from './shared/digests.ts';
import { fromDocument } from './signalwireDocument.ts';

const Settings = z.object({
  projectId: matching(pasted(), /^[\w-]+$/, 'field.wrong_format', { example: '4b7ae78a-d02e-4889-a63b-08b156d5916e' }),
  apiToken: issuedSecret(),
  // Our server sends the token there: nothing but SignalWire's own hosts.
  space: pasted()
    .transform((space) =>
      space
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/+$/, ''),
    )
    .pipe(
      matching(z.string(), /^[a-z0-9-]+\.signalwire\.com$/, 'field.wrong_format', {
        example: 'example.signalwire.com',
      }),
    ),
  signingKey: issuedSecret(),
  phoneNumbers: PhoneNumbers,
});

const signatureOf = ({ headers }: WebhookHead): string | undefined =>
  headers['x-signalwire-signature'] || headers['x-twilio-signature'] || undefined;

/** The URL may have been signed with or without the standard port. */
const otherSpellings = (url: string): string[] => {
  const [, scheme = '', userInfo = '', host = '', rest = ''] =
    /^(https?:\/\/)([^/?#]*@)?([^/?#:]+)(?::\d+)?(.*)$/is.exec(url) ?? [];
  if (!scheme) return [];
  const port = scheme.toLowerCase() === 'https://' ? ':443' : ':80';
  return [`${scheme}${userInfo}${host}${rest}`, `${scheme}${userInfo}${host}${port}${rest}`];
};

const keyOf = keyRing(({ signingKey }: IntegrationSettings['signalwire']) => signingKey);

/** Repeated names keep their order and repetitions, unlike Twilio's. */
const asSent = (values: readonly string[]): readonly string[] => values;

const verify = (webhook: InboundWebhook, settings: IntegrationSettings['signalwire']): boolean => {
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
  dialTimeout: (ringSeconds) => ringSeconds,
  showsCaller: false,
};

const accountOf = (apiUrl: string, { projectId, apiToken, space }: IntegrationSettings['signalwire']): LamlAccount => ({
  name: 'signalwire',
  baseUrl: apiUrl.replace('{space}', space),
  version: 'api/laml/2010-04-01',
  accountId: projectId,
  password: apiToken,
});

export const createSignalWire = (apiUrl: string): CarrierProvider<'signalwire'> => ({
  name: 'signalwire',
  title: 'SignalWire',
  example: {
    projectId: '00000000-0000-4000-8000-000000000100',
    apiToken: 'PT0000000000000000000000000000000000000000000000d3b0',
    space: 'example.signalwire.com',
    signingKey: 'PSK00000000000000000000d3b0',
    phoneNumbers: ['+15145550101'],
  },
  settings: Settings,
  secretFields: ['apiToken', 'signingKey'],
  // Its callbacks carry dozens of audio statistics.
  maxBodyBytes: 1024 * 1024,
  hasSignature: (webhook) => signatureOf(webhook) !== undefined,
  verify,
  parse: (webhook) => parseLaml(webhook, dialect),
  answer: (webhook, context) => answerLaml(webhook, context, dialect),
  staticDocument: (line, script) => renderStatic(line, dialect, script),
  calledNumber: ({ payload }) => ownNumber(fromDocument(payload) ?? payload),
  isCallId: (callId) => /^[0-9a-f]{8}-/i.test(callId),

  fetchCall: (settings, callSid, signal) => fetchLamlCall(accountOf(apiUrl, settings), callSid, signal),
  hangUp: (settings, callSid, signal) => endLamlCall(accountOf(apiUrl, settings), callSid, signal),
  redirect: (settings, callSid, url, signal) => redirectLamlCall(accountOf(apiUrl, settings), callSid, url, signal),
  listCalls: (settings, period, signal) =>
    listLamlCalls(accountOf(apiUrl, settings), settings.phoneNumbers, period, signal),
});
