/**
 * The tenant that `npm start` seeds, the stand-ins know and the simulator plays. All of it is fictional and public: the
 * numbers are reserved ones (555-01xx), and no account of any vendor answers to these secrets.
 */
export const demo = {
  tenant: { slug: 'demo-hvac', name: 'Climatisation Démo', timeZone: 'America/Toronto' },
  password: 'demo123',
  users: [
    { email: 'owner@demohvac.com', role: 'owner', name: 'Olivier Gagnon' },
    { email: 'admin@demohvac.com', role: 'admin', name: 'Amélie Roy' },
  ],
  numbers: {
    twilio: '+15145550100',
    signalwire: '+15145550101',
    /** Where the assistant transfers to. */
    person: '+15145550102',
    caller: '+15145550142',
  },
  twilio: {
    accountSid: 'AC00000000000000000000000000000100',
    authToken: '0000000000000000000000000000d3b0',
    phoneNumbers: ['+15145550100'],
  },
  signalwire: {
    projectId: '00000000-0000-4000-8000-000000000100',
    apiToken: 'PTdemo0000000000000000000000000000000000000000000000',
    space: 'demo-hvac.signalwire.com',
    signingKey: 'PSKdemo000000000000000000000000',
    phoneNumbers: ['+15145550101'],
  },
  vapi: {
    apiKey: '00000000-0000-4000-8000-0000000da101',
    webhookSecret: 'demo-vapi-webhook-secret',
    assistantId: '00000000-0000-4000-8000-000000000301',
    sipUri: 'sip:demo-hvac@sip.vapi.ai',
  },
  n8n: {
    /** Path of the workflow's webhook node. */
    path: 'ai-receptionist',
    signatureSecret: `whsec_${Buffer.from('demo-only-n8n-signature-secret!!').toString('base64')}`,
  },
} as const;
