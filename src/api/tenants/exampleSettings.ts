import type { ProviderName } from '../../domain/providers.ts';

/** For the documentation: the numbers are reserved ones, and no account answers to these secrets. */
export const exampleSettings: Record<ProviderName | 'n8n', Record<string, unknown>> = {
  twilio: {
    accountSid: 'AC00000000000000000000000000000100',
    authToken: '0000000000000000000000000000d3b0',
    phoneNumbers: ['+15145550100'],
  },
  signalwire: {
    projectId: '00000000-0000-4000-8000-000000000100',
    apiToken: 'PT0000000000000000000000000000000000000000000000d3b0',
    space: 'example.signalwire.com',
    signingKey: 'PSK00000000000000000000d3b0',
    phoneNumbers: ['+15145550101'],
  },
  vapi: {
    apiKey: '00000000-0000-4000-8000-00000000d3b0',
    webhookSecret: 'example-webhook-secret-d3b0',
    assistantId: '00000000-0000-4000-8000-000000000301',
    sipUri: 'sip:example@sip.vapi.ai',
  },
  n8n: {
    webhookUrl: 'https://n8n.example.com/webhook/ai-receptionist',
    signatureSecret: `whsec_${Buffer.from('an example, and no secret').toString('base64')}`,
  },
};
