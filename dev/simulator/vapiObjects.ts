import type { ToolCall } from './conversation.ts';
import type { Stage } from './stage.ts';

const orgId = '00000000-0000-4000-8000-000000000901';
const phoneNumberId = '00000000-0000-4000-8000-000000000401';

/** Vapi's words for a call on its way. Its `status` is the one at the time of the snapshot, and stays stale in the report. */
export const vapiCall = (stage: Stage, status: string, at: number): Record<string, unknown> => ({
  id: stage.vapiCallId,
  orgId,
  createdAt: stage.at(at).toISOString(),
  updatedAt: stage.at(at).toISOString(),
  type: 'inboundPhoneCall',
  status,
  monitor: {
    listenUrl: `wss://phone-call-websocket.vapi.ai/${stage.vapiCallId}/listen`,
    controlUrl: `https://phone-call-websocket.vapi.ai/${stage.vapiCallId}/control`,
  },
  // Vapi knows Twilio by name; any other carrier reaches it by SIP.
  ...(stage.carrier === 'twilio'
    ? {
        transport: { provider: 'twilio', callSid: stage.callSid, accountSid: stage.accountSid },
        phoneCallProvider: 'twilio',
        phoneCallTransport: 'pstn',
      }
    : { transport: { provider: 'vapi.sip' }, phoneCallProvider: 'vapi', phoneCallTransport: 'sip' }),
  phoneCallProviderId: stage.callSid,
  phoneNumberId,
  assistantId: stage.accounts.vapi.assistantId,
  squadId: null,
  customer: { number: stage.from },
});

/** Vapi really sends the tenant's secrets along: they must never be stored or logged. Each value names its own place. */
export const planted = {
  twilioAuthToken: 'must-not-be-stored-twilioAuthToken',
  serverUrlSecret: 'must-not-be-stored-serverUrlSecret',
  phoneNumberServerSecret: 'must-not-be-stored-phoneNumber.server.secret',
  assistantServerSecret: 'must-not-be-stored-assistant.server.secret',
  toolServerSecret: 'must-not-be-stored-tool.server.secret',
} as const;

export const vapiPhoneNumber = (stage: Stage): Record<string, unknown> => ({
  id: phoneNumberId,
  orgId,
  assistantId: null,
  number: stage.to,
  createdAt: '2026-09-01T12:00:00.000Z',
  updatedAt: '2026-11-01T12:00:00.000Z',
  name: 'Ligne principale',
  provider: stage.carrier === 'twilio' ? 'twilio' : 'byo-phone-number',
  ...(stage.carrier === 'twilio' && { twilioAccountSid: stage.accountSid, twilioAuthToken: planted.twilioAuthToken }),
  serverUrl: null,
  serverUrlSecret: planted.serverUrlSecret,
  sipUri: null,
  squadId: null,
  status: 'active',
  server: { url: stage.vapiUrl, timeoutSeconds: 20, secret: planted.phoneNumberServerSecret },
});

export const vapiTool = (
  stage: Stage,
  { name, arguments: values }: Pick<ToolCall, 'name' | 'arguments'>,
): Record<string, unknown> => ({
  type: 'function',
  async: false,
  function: {
    name,
    parameters: {
      type: 'object',
      properties: Object.fromEntries(Object.keys(values).map((key) => [key, { type: 'string' }])),
      required: Object.keys(values),
    },
  },
  server: { url: stage.vapiUrl, secret: planted.toolServerSecret },
  messages: [],
});

export const vapiAssistant = (
  stage: Stage,
  firstMessage: string,
  tools: Record<string, unknown>[],
): Record<string, unknown> => ({
  id: stage.accounts.vapi.assistantId,
  orgId,
  name: 'Réceptionniste HVAC',
  firstMessage,
  model: { provider: 'openai', model: 'gpt-4o', tools },
  voice: { provider: 'azure', voiceId: stage.language === 'fr' ? 'fr-CA-SylvieNeural' : 'en-CA-ClaraNeural' },
  transcriber: { provider: 'deepgram', model: 'nova-2', language: stage.language === 'fr' ? 'fr-CA' : 'en-CA' },
  server: { url: stage.vapiUrl, secret: planted.assistantServerSecret },
});

/** Vapi's parts of a cost, down to a thousandth of a cent; they add up to the total. */
export const costBreakdown = (totalUsd: number): Record<string, number> => {
  const part = (share: number): number => Number((totalUsd * share).toFixed(5));
  const [stt, llm, tts] = [part(0.11), part(0.17), part(0.26)];
  return {
    transport: 0,
    stt,
    llm,
    tts,
    vapi: Number((totalUsd - stt - llm - tts).toFixed(5)),
    total: totalUsd,
    llmPromptTokens: 4120,
    llmCompletionTokens: 212,
    ttsCharacters: 640,
  };
};

export const recordingOf = (stage: Stage) => ({
  recordingUrl: `https://storage.vapi.ai/${stage.vapiCallId}-mono.wav`,
  stereoRecordingUrl: `https://storage.vapi.ai/${stage.vapiCallId}-stereo.wav`,
});
