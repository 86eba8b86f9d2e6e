import twilioClient from 'twilio';
import { z } from 'zod';
import { matching } from '../contract/problems/fieldErrors.ts';
import { isJson, withoutFragment } from './shared/body.ts';
import { formOf } from './shared/form.ts';
import { answerLaml } from './laml/answer.ts';
import { renderStatic } from './laml/staticScript.ts';
import { endLamlCall, redirectLamlCall } from './laml/control.ts';
import { fetchLamlCall, listLamlCalls, type LamlAccount } from './laml/rest.ts';
import { bodyHashOf, isSignature, keyRing, signedForm } from './laml/signature.ts';
import { ownNumber, parseLaml, type LamlDialect } from './laml/webhook.ts';
import type { CarrierProvider, InboundWebhook, IntegrationSettings } from './provider.ts';
import { issuedSecret, pasted, PhoneNumbers } from './integrationFields.ts';
import { isBodyHash } from './shared/digests.ts';

const Settings = z.object({
  accountSid: matching(pasted(), /^AC\w+$/, 'field.wrong_format', { example: 'AC0123456789abcdef0123456789abcdef' }),
  authToken: issuedSecret(),
  phoneNumbers: PhoneNumbers,
});

const dialect: LamlDialect = {
  name: 'twilio',
  translate: (fields) => fields,
  // It adds five seconds, and takes no less than five.
  dialTimeout: (ringSeconds) => Math.max(5, ringSeconds - 5),
  showsCaller: true,
};

const accountOf = (apiUrl: string, { accountSid, authToken }: IntegrationSettings['twilio']): LamlAccount => ({
  name: 'twilio',
  baseUrl: apiUrl,
  version: '2010-04-01',
  accountId: accountSid,
  password: authToken,
});

const keyOf = keyRing(({ authToken }: IntegrationSettings['twilio']) => authToken);

const sortedOnce = (values: readonly string[]): string[] => [...new Set(values)].toSorted();

const verify = (webhook: InboundWebhook, settings: IntegrationSettings['twilio']): boolean => {
  const signature = webhook.headers['x-twilio-signature'] ?? '';
  const url = withoutFragment(webhook.url);
  const bodyHash = bodyHashOf(url);
  // A JSON body is signed by its hash in the URL; without one nothing vouches for it.
  if (bodyHash === null && isJson(webhook)) return false;
  if (bodyHash !== null && !isBodyHash(bodyHash, webhook.rawBody)) return false;
  const params = bodyHash === null ? formOf(webhook) : {};
  if (isSignature(signature, keyOf(settings), 'base64', url + signedForm(params, sortedOnce))) return true;
  // Twilio may have signed another spelling of the URL: the library knows them all, and takes several times as long.
  return URL.canParse(url) && twilioClient.validateRequest(settings.authToken, signature, url, params);
};

export const createTwilio = (apiUrl: string): CarrierProvider<'twilio'> => ({
  name: 'twilio',
  title: 'Twilio',
  settings: Settings,
  example: {
    accountSid: 'AC00000000000000000000000000000100',
    authToken: '0000000000000000000000000000d3b0',
    phoneNumbers: ['+15145550100'],
  },
  secretFields: ['authToken'],
  maxBodyBytes: 1024 * 1024,

  hasSignature: ({ headers }) => Boolean(headers['x-twilio-signature']),

  verify,
  parse: (webhook) => parseLaml(webhook, dialect),
  answer: (webhook, context) => answerLaml(webhook, context, dialect),
  staticDocument: (line, script) => renderStatic(line, dialect, script),
  calledNumber: ({ payload }) => ownNumber(payload),
  isCallId: (callId) => callId.startsWith('CA'),

  fetchCall: (settings, callSid, signal) => fetchLamlCall(accountOf(apiUrl, settings), callSid, signal),
  hangUp: (settings, callSid, signal) => endLamlCall(accountOf(apiUrl, settings), callSid, signal),
  redirect: (settings, callSid, url, signal) => redirectLamlCall(accountOf(apiUrl, settings), callSid, url, signal),
  listCalls: (settings, period, signal) =>
    listLamlCalls(accountOf(apiUrl, settings), settings.phoneNumbers, period, signal),
});
