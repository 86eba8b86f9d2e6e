import { request } from 'undici';
import { z } from 'zod';
import { defined, fieldsOf, isFields, sidOf, textOf, type Fields } from './body.ts';
import { isoOf } from './moments.ts';
import type { FetchedCall, Provider } from './provider.ts';
import { issuedSecret, pasted, required } from './settings.ts';
import { storable } from './storable.ts';
import { causeOf, deadline, VendorError } from './vendorHttp.ts';
import { answerVapi } from './vapiAnswer.ts';
import { isProofHeader, isVapiSigned, verifyVapi } from './vapiAuth.ts';
import { partiesOf } from './vapiCall.ts';
import { costOf, endEvents } from './vapiReport.ts';
import { liveStatusOf, parseVapi } from './vapiWebhook.ts';

const HeaderName = pasted()
  .regex(/^[\w-]+$/, 'Expected a header name')
  .toLowerCase();

const Settings = z.object({
  apiKey: issuedSecret('The private API key'),
  webhookSecret: required('The webhook secret').regex(
    /^[\x20-\x7E]*$/,
    'The webhook secret is sent in a header: ASCII only',
  ),
  assistantId: pasted().min(1).optional(),
  sipUri: pasted()
    .regex(
      /^sips?:[^\s@<>"?]+@[\w.-]+(?::\d+)?(?:;[\w=.-]+)*$/,
      'Expected the SIP address of the assistant, such as sip:name@sip.vapi.ai',
    )
    .optional(),
  hmac: z
    .object({
      secret: required('The HMAC secret'),
      algorithm: z.enum(['sha256', 'sha512', 'sha1']).default('sha256'),
      header: HeaderName.refine(isProofHeader, 'Expected a header that starts with x- or names a signature').default(
        'x-signature',
      ),
      timestampHeader: HeaderName.default('x-timestamp'),
      format: z
        .string()
        .includes('{body}', 'Expected {body} in the format, such as {timestamp}.{body}')
        .default('{timestamp}.{body}'),
      encoding: z.enum(['hex', 'base64']).default('hex'),
      prefix: z.string().default(''),
    })
    .optional(),
});

const fetchedFrom = (call: Fields): FetchedCall => {
  const ended = call['status'] === 'ended';
  const at = isoOf(call['endedAt']) ?? isoOf(call['updatedAt']) ?? isoOf(call['createdAt']) ?? new Date().toISOString();
  const base = { source: 'vapi', confirmed: true, at } as const;
  const assistantCallId = sidOf(call['id']);
  const parties = partiesOf({}, call);
  if (ended) {
    const events = endEvents({ record: call, base, assistantCallId, parties, createdAt: call['createdAt'] });
    return { found: true, events, priced: costOf(call) !== undefined };
  }
  const status = liveStatusOf(textOf(call['status']));
  if (!status) return { found: false };
  const startedAt = isoOf(call['startedAt']) ?? isoOf(call['createdAt']);
  const answeredAt = status === 'in-progress' ? isoOf(call['startedAt']) : undefined;
  return {
    found: true,
    events: [{ ...base, type: 'status', status, ...parties, ...defined({ assistantCallId, startedAt, answeredAt }) }],
    priced: false,
  };
};

const ask = async (url: string, apiKey: string, signal: AbortSignal | undefined): Promise<[number, unknown]> => {
  try {
    const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json' };
    const { statusCode, body } = await request(url, { headers, signal: deadline(signal) });
    const text = await body.text();
    return [statusCode, text.startsWith('{') ? JSON.parse(text) : undefined];
  } catch (error) {
    signal?.throwIfAborted();
    throw new VendorError('vapi', causeOf(error));
  }
};

const fetchCall = async (
  apiUrl: string,
  apiKey: string,
  callId: string,
  signal?: AbortSignal,
): Promise<FetchedCall> => {
  const [status, answer] = await ask(`${apiUrl}/call/${encodeURIComponent(callId)}`, apiKey, signal);
  if (status === 404) return { found: false };
  if (status !== 200 || !isFields(answer)) {
    throw new VendorError('vapi', { status, message: textOf(fieldsOf(answer)['message']) ?? 'no call in the answer' });
  }
  return fetchedFrom(storable(answer));
};

export const createVapi = (apiUrl: string): Provider<'vapi'> => ({
  name: 'vapi',
  settings: Settings,
  secretFields: ['apiKey', 'webhookSecret', 'hmac.secret'],
  // A report repeats the whole conversation up to three times.
  maxBodyBytes: 4 * 1024 * 1024,
  hasSignature: isVapiSigned,
  verify: verifyVapi,
  parse: parseVapi,
  answer: answerVapi,
  fetchCall: ({ apiKey }, callId, signal) => fetchCall(apiUrl, apiKey, callId, signal),
});
