import { version } from '../http/version.ts';

const description = `Each call is one durable workflow. Sign in with \`POST /auth/login\`, then send the access token as
\`Authorization: Bearer …\`; programs send an API key the same way. Failures are problem JSON (RFC 9457): switch on
\`code\`. A list refuses a query parameter that it does not know, with its name; \`status[]=busy\` is the same as
\`status=busy\`. A POST with an \`Idempotency-Key\` can be repeated safely. \`RateLimit-*\` says how much may still be asked for
this minute. Each answer carries \`X-Request-Id\`.`;

export const info = {
  title: 'AI Receptionist',
  version,
  description,
  contact: { name: 'The operator of this installation' },
  license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
};

export const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT or API key',
    description: 'The access token of a person (`POST /auth/login`), or the API key of a program (`rk_…`).',
  },
  operatorKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'The key of the operator of this installation (`OPERATOR_KEY`): it works across tenants.',
  },
} as const;

/** What the routes of a tag are about. */
export const tagDescriptions: Record<string, string> = {
  'API keys': 'Keys for programs: scoped, revocable, shown once.',
  Answering: 'How calls are answered: plans, their versions, and exceptions that end by themselves.',
  Audit: 'Who did what, and when.',
  Authentication: 'Signing in and out, sessions, and the keys that prove access tokens.',
  Calls: 'Phone calls with their transcript, outcome and timeline.',
  'Work items': 'What was promised to callers, or noted by a person: messages to pass on, calls back.',
  Contacts: 'Who is behind a phone number: the customers of the tenant, as it noted them.',
  Deliveries: 'Events on their way to the endpoint of the tenant.',
  Endpoints: 'Where your events go: filters, headers, secrets, test events.',
  Events: 'What your endpoints receive, signed as Standard Webhooks says.',
  Health: 'Probes for load balancers, and an overview for people.',
  Metrics: 'What the calls add up to.',
  Settings: 'The providers of the tenant, and the endpoint that its events go to.',
  Tenants: 'Businesses that share this installation.',
  Users: 'People of the tenant, their roles and invitations.',
  Webhooks: 'What the providers send; each is proven by its signature.',
};
