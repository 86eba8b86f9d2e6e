import { z } from 'zod';
import { because, matching } from '../../contract/problems/fieldErrors.ts';
import { defined, isFields, sidOf, textOf, type Fields } from '../shared/body.ts';
import { isoOf } from '../shared/moments.ts';
import type { AssistantProvider, CallPeriod, FetchedCall, ListedCall, VapiSettings } from '../provider.ts';
import { issuedSecret, pasted, required } from '../integrationFields.ts';
import { storable } from '../shared/storable.ts';
import { answerVapi } from './answer.ts';
import { isProofHeader, isVapiSigned, verifyVapi, verifyVapiHead } from './auth.ts';
import { callIdOf, partiesOf } from './call.ts';
import { commandVapi } from './control.ts';
import { costOf, endEvents } from './report.ts';
import { toolsAsked } from './tools.ts';
import { ask, refusalOf } from './rest.ts';
import { syncAssistant } from './sync.ts';
import { liveStatusOf, parseVapi } from './webhook.ts';

const HeaderName = matching(pasted(), /^[\w-]+$/, 'header.malformed_name').toLowerCase();

const Settings = z.object({
  apiKey: issuedSecret(),
  webhookSecret: matching(required(), /^[\x20-\x7E]*$/, 'secret.not_ascii'),
  assistantId: pasted().min(1).optional(),
  sipUri: matching(pasted(), /^sips?:[^\s@<>"?]+@[\w.-]+(?::\d+)?(?:;[\w=.-]+)*$/, 'field.wrong_format', {
    example: 'sip:name@sip.vapi.ai',
  }).optional(),
  hmac: z
    .object({
      secret: required(),
      algorithm: z.enum(['sha256', 'sha512', 'sha1']).default('sha256'),
      header: HeaderName.refine(isProofHeader, because('header.not_a_proof')).default('x-signature'),
      timestampHeader: HeaderName.default('x-timestamp'),
      format: z.string().includes('{body}').default('{timestamp}.{body}'),
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

const fetchCall = async (
  apiUrl: string,
  apiKey: string,
  callId: string,
  signal?: AbortSignal,
): Promise<FetchedCall> => {
  const [status, answer] = await ask(`${apiUrl}/call/${encodeURIComponent(callId)}`, apiKey, { signal });
  if (status === 404) return { found: false };
  if (status !== 200 || !isFields(answer)) throw refusalOf(status, answer, 'no call in the answer');
  return fetchedFrom(storable(answer));
};

const pageSize = 100;

const isOther = (call: Fields, { assistantId }: VapiSettings): boolean => {
  const answeredBy = textOf(call['assistantId']);
  return assistantId !== undefined && answeredBy !== undefined && answeredBy !== assistantId;
};

/** Newest first, as Vapi lists them: each page ends where the next begins. */
async function* listCalls(
  apiUrl: string,
  settings: VapiSettings,
  { since, until }: CallPeriod,
  signal?: AbortSignal,
): AsyncGenerator<ListedCall> {
  const seen = new Set<string>();
  let before = until?.toISOString();
  let isLast = false;
  while (!isLast) {
    const query = new URLSearchParams({ createdAtGt: since.toISOString(), limit: String(pageSize) });
    if (before) query.set('createdAtLe', before);
    const [status, answer] = await ask(`${apiUrl}/call?${query.toString()}`, settings.apiKey, { signal });
    if (status !== 200 || !Array.isArray(answer)) throw refusalOf(status, answer, 'no calls in the answer');
    const page = answer.filter(isFields).filter((call) => !seen.has(sidOf(call['id']) ?? ''));
    isLast = answer.length < pageSize || page.length === 0;
    for (const call of page) {
      seen.add(sidOf(call['id']) ?? '');
      const found = fetchedFrom(storable(call));
      const externalCallId = callIdOf({}, call, true);
      const isPhoneCall = textOf(call['type'])?.endsWith('PhoneCall') ?? false;
      if (found.found && externalCallId && isPhoneCall && !isOther(call, settings))
        yield { externalCallId, events: found.events };
    }
    before = isoOf(page.at(-1)?.['createdAt']);
  }
}

/** @param controlHosts `host:port` of stand-ins that take commands for calls, besides Vapi's own hosts. */
export const createVapi = (apiUrl: string, controlHosts: readonly string[] = []): AssistantProvider<'vapi'> => ({
  name: 'vapi',
  title: 'Vapi',
  settings: Settings,
  example: {
    apiKey: '00000000-0000-4000-8000-00000000d3b0',
    webhookSecret: 'example-webhook-secret-d3b0',
    assistantId: '00000000-0000-4000-8000-000000000301',
    sipUri: 'sip:example@sip.vapi.ai',
  },
  secretFields: ['apiKey', 'webhookSecret', 'hmac.secret'],
  // A report repeats the whole conversation up to three times, and is never sent again.
  maxBodyBytes: 20 * 1024 * 1024,
  expendableFields: ['artifact', 'messages', 'messagesOpenAIFormatted'],
  hasSignature: isVapiSigned,
  verifyHead: verifyVapiHead,
  verify: verifyVapi,
  parse: parseVapi,
  answer: answerVapi,
  sipUri: (settings) => settings.sipUri,
  toolsAsked,
  command: (controlUrl, command, signal) => commandVapi(controlUrl, controlHosts, command, signal),
  sync: (settings, plan, signal) => syncAssistant(apiUrl, settings, plan, signal),
  fetchCall: ({ apiKey }, callId, signal) => fetchCall(apiUrl, apiKey, callId, signal),
  listCalls: (settings, period, signal) => listCalls(apiUrl, settings, period, signal),
});
