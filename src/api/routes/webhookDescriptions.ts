import { z } from 'zod';
import { isCarrier, providerNames, type ProviderName } from '../../domain/providers.ts';
import type { ErrorCode } from '../../errors.ts';
import type { Providers } from '../../providers/index.ts';
import { describeRoute, type RawContract, type RawRoute } from '../route.ts';

const errors: ErrorCode[] = [
  'webhook.signature_missing',
  'webhook.signature_invalid',
  'webhook.unknown_tenant',
  'webhook.not_configured',
  'request.malformed',
  'request.timeout',
  'request.too_large',
  'service.unavailable',
];

/** The fields are the provider's: unknown ones are kept. */
const Fields = z.looseObject({});
const carrierBody = { 'application/x-www-form-urlencoded': Fields, 'application/json': Fields };
const assistantBody = { 'application/json': Fields };

const contractOf = (name: ProviderName, maxBytes: number): Omit<RawContract, 'path'> => ({
  method: 'post',
  permission: 'public',
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
          description: 'To a question: TwiML or cXML, what the carrier shall do',
          content: { 'text/xml': z.string() },
        },
        204: { description: 'To a report' },
      }
    : {
        200: {
          description: 'What the assistant asked for, or an empty object',
          content: { 'application/json': Fields },
        },
      },
  errors,
});

/** What `registerWebhooks` serves, for the documentation. */
export const describeWebhooks = (providers: Providers): RawRoute[] =>
  providerNames.flatMap((name) => {
    const contract = contractOf(name, providers[name].maxBodyBytes);
    const bySlug = describeRoute({
      ...contract,
      path: `/webhooks/${name}/:tenantSlug`,
      params: z.object({ tenantSlug: z.string() }),
    });
    const byNumber = describeRoute({
      ...contract,
      path: `/webhooks/${name}`,
      summary: `${contract.summary} for whoever owns the called number`,
    });
    return isCarrier(name) ? [bySlug, byNumber] : [bySlug];
  });
