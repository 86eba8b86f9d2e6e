import { z } from 'zod';
import { isCarrier, providerNames, type ProviderName } from '../../domain/providers.ts';
import { capitalized } from '../../domain/text/capitalized.ts';
import type { ErrorCode } from '../../errors.ts';
import type { Providers } from '../../providers/registry.ts';
import { describeRoute, type RawContract, type RawRoute } from '../routing/route.ts';

const errors: ErrorCode[] = [
  'webhook.signature_missing',
  'webhook.signature_invalid',
  'webhook.unknown_tenant',
  'webhook.not_configured',
  'request.invalid',
  'request.malformed',
  'request.timeout',
  'request.too_large',
  'service.unavailable',
];

/** The fields are the provider's: unknown ones are kept. */
const fieldsLike = (example: Record<string, unknown>) => z.looseObject({}).meta({ examples: [example] });

const carrierFields = fieldsLike({
  AccountSid: 'AC00000000000000000000000000000100',
  CallSid: 'CA0123456789abcdef0123456789abcdef',
  CallStatus: 'completed',
  Direction: 'inbound',
  From: '+15145550142',
  To: '+15145550100',
});
const carrierBody = { 'application/x-www-form-urlencoded': carrierFields, 'application/json': carrierFields };
const assistantBody = {
  'application/json': fieldsLike({
    message: { type: 'status-update', status: 'ended', call: { id: '019b7c3e-0000-7000-8000-000000000cc1' } },
  }),
};

const CarrierAnswer = z
  .string()
  .meta({ examples: ['<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>'] });
const AssistantAnswer = fieldsLike({ assistantId: '00000000-0000-4000-8000-000000000301' });

const contractOf = (name: ProviderName, maxBytes: number): Omit<RawContract, 'path'> => ({
  method: 'post',
  writes: true,
  permission: 'public',
  operationId: `receive${capitalized(name)}Webhook`,
  summary: `Receive a ${name} webhook`,
  description:
    `Proven by the provider's signature with the tenant's own secret. At most ${maxBytes} bytes. Once it is acknowledged it is ` +
    'never lost; a repeated one is acknowledged and counts once.',
  tags: ['Webhooks'],
  requestBody: {
    description: "As the provider's documentation has it",
    content: isCarrier(name) ? carrierBody : assistantBody,
  },
  responses: isCarrier(name)
    ? {
        200: {
          description: 'Answer to a question: instructions for the carrier in TwiML or cXML',
          content: { 'text/xml': CarrierAnswer },
        },
        204: { description: 'Answer to a report' },
      }
    : {
        200: {
          description: 'The answer to what the assistant asked for, or an empty object',
          content: { 'application/json': AssistantAnswer },
        },
      },
  errors,
});

/** The carriers' consoles offer both methods. */
const byGet = ({ contract: { requestBody: _body, ...contract } }: RawRoute): RawRoute =>
  describeRoute({
    ...contract,
    method: 'get',
    operationId: `${contract.operationId}AsGet`,
    summary: `${contract.summary} as GET`,
    description: `The fields are in the query, which is signed with the rest of the URL. ${contract.description}`,
  });

/** What `registerWebhooks` serves, for the documentation. */
export const describeWebhooks = (providers: Providers): RawRoute[] =>
  providerNames.flatMap((name) => {
    const contract = contractOf(name, providers[name].maxBodyBytes);
    const bySlug = describeRoute({
      ...contract,
      path: `/webhooks/${name}/:tenantSlug`,
      params: z.object({ tenantSlug: z.string().describe('Slug of the tenant') }),
    });
    const byNumber = describeRoute({
      ...contract,
      path: `/webhooks/${name}`,
      operationId: `${contract.operationId}ByNumber`,
      summary: `${contract.summary} by number`,
      description: `For the tenant that owns the called number. ${contract.description}`,
    });
    return isCarrier(name) ? [bySlug, byNumber].flatMap((route) => [route, byGet(route)]) : [bySlug];
  });
