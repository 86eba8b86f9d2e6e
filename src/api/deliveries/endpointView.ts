import { z } from 'zod';
import { openEndpoint, previousSecretUntil } from '../../db/deliveries/endpoints.ts';
import { endpointDisabledReasons, type WebhookEndpoint } from '../../db/entities.ts';
import type { KeyRing } from '../../db/core/sealing.ts';
import { mask, Masked } from '../routing/masks.ts';
import { Id, Instant } from '../http/fields.ts';

export const endpointStatuses = ['enabled', 'disabled'] as const;

export const EndpointView = z
  .object({
    id: Id,
    url: z.string(),
    description: z.string(),
    eventTypes: z
      .array(z.string())
      .nullable()
      .describe('Events that the endpoint receives; null is all, also those of types to come'),
    headers: z.record(z.string(), Masked).describe('Sent with each delivery'),
    rateLimitPerSecond: z.int().nullable().describe('Requests a second; null is as fast as they come'),
    isDefault: z.boolean().describe('The one that `/dashboard/tenant/config/n8n` manages'),
    status: z.enum(endpointStatuses),
    disabledAt: Instant.nullable(),
    disabledBecause: z
      .enum(endpointDisabledReasons)
      .nullable()
      .describe(
        '`asked`: a user or a program said so; `gone`: it answered 410; `failing`: nothing but failures for five days',
      ),
    failingSince: Instant.nullable().describe('Since when nothing but failures came; null while it takes events'),
    previousSecretUntil: Instant.nullable().describe('Until then an earlier secret signs too'),
    createdAt: Instant,
  })
  .meta({ id: 'Endpoint', description: 'A URL of the tenant that receives events' });

export const CreatedEndpoint = EndpointView.extend({
  secret: z.string().describe('Signs what is sent there. `GET …/secret` shows it again'),
}).meta({ id: 'CreatedEndpoint' });

export const ChangedEndpoint = EndpointView.extend({
  waiting: z.int().describe('Deliveries that wait for their next attempt there'),
  missed: z.int().describe('Deliveries of the last 14 days that were given up, or held'),
}).meta({ id: 'ChangedEndpoint' });

export const presentEndpoint = (keys: KeyRing, endpoint: WebhookEndpoint) => {
  const secrets = openEndpoint(keys, endpoint);
  const headers = Object.entries(secrets.headers).map(([name, value]) => [name, mask(value)]);
  const status: (typeof endpointStatuses)[number] = endpoint.disabledAt ? 'disabled' : 'enabled';
  return Object.assign({}, endpoint, {
    status,
    headers: Object.fromEntries(headers) as Record<string, string>,
    previousSecretUntil: previousSecretUntil(secrets),
  });
};

export const exampleEndpoint = {
  id: '019b7c40-0000-7000-8000-000000000003',
  url: 'https://n8n.example.com/webhook/calls',
  description: 'Bookings to the calendar',
  eventTypes: ['call.ended', 'call.analyzed'],
  headers: { Authorization: '****5a1c' },
  rateLimitPerSecond: 20,
  isDefault: false,
  status: 'enabled',
  disabledAt: null,
  disabledBecause: null,
  failingSince: null,
  previousSecretUntil: null,
  createdAt: '2026-01-15T10:30:00.000Z',
};

export const exampleSecret = `whsec_${Buffer.from('an example, and no secret at all').toString('base64')}`;
