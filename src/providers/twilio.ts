import twilioClient from 'twilio';
import { z } from 'zod';
import { formOf, isJson, queryOf, withoutFragment } from './body.ts';
import { answerLaml } from './lamlAnswer.ts';
import { fetchLamlCall, listLamlCalls, type LamlAccount } from './lamlRest.ts';
import { ownNumber, parseLaml, type LamlDialect } from './lamlWebhook.ts';
import { issuedSecret, pasted, PhoneNumbers } from './settings.ts';
import type { CarrierProvider, ProviderSettings } from './provider.ts';
import { isBodyHash } from './signatures.ts';

const Settings = z.object({
  accountSid: pasted().regex(/^AC\w+$/, 'A Twilio Account SID starts with AC'),
  authToken: issuedSecret('The primary auth token'),
  phoneNumbers: PhoneNumbers,
});

const dialect: LamlDialect = { name: 'twilio', translate: (fields) => fields };

const accountOf = (apiUrl: string, { accountSid, authToken }: ProviderSettings['twilio']): LamlAccount => ({
  name: 'twilio',
  baseUrl: apiUrl,
  version: '2010-04-01',
  accountId: accountSid,
  password: authToken,
});

export const createTwilio = (apiUrl: string): CarrierProvider<'twilio'> => ({
  name: 'twilio',
  settings: Settings,
  secretFields: ['authToken'],
  maxBodyBytes: 1024 * 1024,

  hasSignature: ({ headers }) => Boolean(headers['x-twilio-signature']),

  verify(webhook, { authToken }) {
    const signature = webhook.headers['x-twilio-signature'] ?? '';
    const url = withoutFragment(webhook.url);
    if (!URL.canParse(url)) return false;
    // A JSON body is signed by its hash in the URL; without one nothing vouches for it.
    const bodyHash = new URLSearchParams(queryOf(url)).get('bodySHA256');
    if (bodyHash === null && isJson(webhook)) return false;
    const params = bodyHash === null ? formOf(webhook) : {};
    return (
      twilioClient.validateRequest(authToken, signature, url, params) &&
      (bodyHash === null || isBodyHash(bodyHash, webhook.rawBody))
    );
  },

  parse: (webhook) => parseLaml(webhook, dialect),
  answer: answerLaml,
  calledNumber: ({ payload }) => ownNumber(payload),
  isCallId: (callId) => callId.startsWith('CA'),

  fetchCall: (settings, callSid, signal) => fetchLamlCall(accountOf(apiUrl, settings), callSid, signal),
  listCalls: (settings, period, signal) =>
    listLamlCalls(accountOf(apiUrl, settings), settings.phoneNumbers, period, signal),
});
