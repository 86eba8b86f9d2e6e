import { LockMode } from '@mikro-orm/postgresql';
import { z } from 'zod';
import {
  newSigningSecret,
  openEndpoint,
  previousSecretUntil,
  sealEndpoint,
  validSecrets,
  withSecret,
} from '../../db/deliveries/endpoints.ts';
import { WebhookEndpoint } from '../../db/entities.ts';
import { SigningSecret } from '../../contract/endpoints/endpoint.ts';
import { recordAudit } from '../routing/audit.ts';
import { invalidField } from '../http/input.ts';
import { defineRoute } from '../routing/route.ts';
import { mask } from '../routing/masks.ts';
import { exampleSecret } from './endpointView.ts';
import { ById, Instant } from '../http/fields.ts';

const tags = ['Endpoints'];

const SecretView = z.object({
  secret: z.string().describe('Signs what is sent there'),
  previousSecretUntil: Instant.nullable().describe('Until then an earlier secret signs too'),
});

const hourMs = 3_600_000;
const maxOverlapHours = 168;

export const showEndpointSecret = defineRoute(
  {
    method: 'get',
    path: '/dashboard/webhooks/endpoints/:id/secret',
    permission: 'settings:write',
    operationId: 'showEndpointSecret',
    // The audit row.
    writes: true,
    summary: "Show an endpoint's secret",
    description: 'The audit log notes that the secret was shown, since its holder can sign events in our name.',
    tags,
    params: ById,
    response: SecretView,
    isSecret: true,
    errors: ['resource.not_found'],
    examples: { response: { secret: exampleSecret, previousSecretUntil: null } },
  },
  async ({ app, em, ctx, auth, params }) => {
    const endpoint = await em.findOneOrFail(WebhookEndpoint, params.id);
    const secrets = openEndpoint(app.keys, endpoint);
    const entry = { action: 'endpoint.secret_shown', targetType: 'endpoint', targetId: endpoint.id };
    recordAudit(em, { ctx, auth }, { ...entry, after: { url: endpoint.url } });
    return { secret: secrets.secret, previousSecretUntil: previousSecretUntil(secrets) };
  },
);

export const rotateEndpointSecret = defineRoute(
  {
    method: 'post',
    writes: true,
    path: '/dashboard/webhooks/endpoints/:id/secret/rotate',
    permission: 'settings:write',
    operationId: 'rotateEndpointSecret',
    summary: "Rotate an endpoint's secret",
    description:
      'Both secrets sign each delivery until the overlap is over, so that no verification fails while the receiver changes over. Up to four earlier ones sign besides the new one, each until its own time; one more ends the oldest. Without an overlap all earlier ones end at once. The `signature` in the body is by the new one from now on.',
    tags,
    params: ById,
    body: z.object({
      secret: SigningSecret.optional().describe('A secret of your own. Default: a new one'),
      overlapHours: z
        .number()
        .min(0)
        .max(maxOverlapHours)
        .default(24)
        .describe(
          'For so long the earlier secret signs too; 0 for a secret that has leaked: then only the new one signs',
        ),
    }),
    response: SecretView,
    errors: ['resource.not_found'],
    examples: {
      body: { overlapHours: 24 },
      response: { secret: exampleSecret, previousSecretUntil: '2026-01-16T10:30:00.000Z' },
    },
  },
  async ({ app, em, ctx, auth, params, body: { secret = newSigningSecret(), overlapHours } }) => {
    const endpoint = await em.findOneOrFail(WebhookEndpoint, params.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const before = openEndpoint(app.keys, endpoint);
    if (secret === before.secret) throw invalidField('body.secret', 'secret.in_use');
    const after = withSecret(before, secret, overlapHours * hourMs);
    endpoint.sealedSecrets = sealEndpoint(app.keys, endpoint, after);
    recordAudit(
      em,
      { ctx, auth },
      {
        action: 'endpoint.secret_rotated',
        targetType: 'endpoint',
        targetId: endpoint.id,
        before: { secrets: validSecrets(before).map(mask) },
        after: { secrets: validSecrets(after).map(mask), overlapHours },
      },
    );
    return { secret, previousSecretUntil: previousSecretUntil(after) };
  },
);
