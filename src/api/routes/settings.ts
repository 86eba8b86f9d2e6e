import { z } from 'zod';
import { Integration, integrationKinds, Tenant, type IntegrationKind } from '../../db/entities/index.ts';
import { openSettings, saveSettings } from '../../db/integrations.ts';
import { endpointSecretFields, EndpointSettings } from '../../domain/endpoint.ts';
import type { Providers } from '../../providers/index.ts';
import { parseInput } from '../input.ts';
import { defineRoute, type Route } from '../route.ts';
import { keepSecrets, maskSecrets, settingsSchemas } from '../secrets.ts';
import { Id } from '../views/fields.ts';

const Settings = z.record(z.string(), z.unknown());

interface SettingsKind {
  kind: IntegrationKind;
  title: string;
  settings: z.ZodType;
  secretFields: readonly string[];
}

const titles: Record<IntegrationKind, string> = {
  twilio: 'Twilio',
  signalwire: 'SignalWire',
  vapi: 'Vapi',
  n8n: 'Endpoint',
};

/** A new provider's settings, masking and documentation follow from the registry. */
const settingsKinds = (providers: Providers): SettingsKind[] =>
  integrationKinds.map((kind) => {
    const source =
      kind === 'n8n' ? { settings: EndpointSettings, secretFields: endpointSecretFields } : providers[kind];
    return { kind, title: titles[kind], settings: source.settings, secretFields: source.secretFields };
  });

const routesOf = ({ kind, title, settings, secretFields }: SettingsKind): Route[] => {
  const path = `/dashboard/tenant/config/${kind}`;
  const { shown, accepted } = settingsSchemas(settings, secretFields, `${title}Settings`);
  const tags = ['Settings'];

  const get = defineRoute(
    {
      method: 'get',
      path,
      permission: 'settings:read',
      summary: `Get the ${title} settings`,
      description: 'Secrets are masked. 404 until they have been saved.',
      tags,
      response: shown,
      errors: ['resource.not_found'],
    },
    async ({ ctx, em }) => {
      const integration = await em.findOneOrFail(Integration, { kind });
      return maskSecrets(Settings.parse(openSettings(ctx.keys, integration)), secretFields);
    },
  );

  const put = defineRoute(
    {
      method: 'put',
      path,
      permission: 'settings:write',
      summary: `Save the ${title} settings`,
      description: 'Replaces all of them. A secret sent back masked, as it was shown, stays as it is.',
      tags,
      body: accepted,
      response: shown,
    },
    async ({ ctx, deps, em, auth, body }) => {
      const saved = await em.transactional(async (tx) => {
        const stored = await tx.findOne(Integration, { kind });
        const kept = keepSecrets(body, stored && openSettings(ctx.keys, stored), secretFields);
        const wanted = Settings.parse(parseInput(settings, kept, 'body'));
        await saveSettings(tx, ctx.keys, auth.tenantId, kind, wanted);
        return wanted;
      });
      await deps.directory.refresh();
      return maskSecrets(saved, secretFields);
    },
  );
  return [get, put];
};

const overviewOf = (kinds: SettingsKind[]): Route => {
  const providers = kinds.filter(({ kind }) => kind !== 'n8n');
  const shape = kinds.map(({ kind, title, settings, secretFields }) => [
    kind,
    settingsSchemas(settings, secretFields, `${title}Settings`).shown.nullable(),
  ]);
  return defineRoute(
    {
      method: 'get',
      path: '/dashboard/tenant/config',
      permission: 'settings:read',
      summary: 'Get all settings',
      description: 'Secrets are masked; null is what has not been saved yet.',
      tags: ['Settings'],
      response: z.object({
        tenant: z.object({ id: Id, slug: z.string(), name: z.string(), timeZone: z.string() }),
        webhookUrls: z
          .object(Object.fromEntries(providers.map(({ kind }) => [kind, z.string()])))
          .describe('To paste into the providers: where they send their webhooks'),
        ...Object.fromEntries(shape),
      }),
    },
    async ({ ctx, em, auth }) => {
      const tenant = await em.findOneOrFail(Tenant, auth.tenantId);
      const saved = new Map((await em.find(Integration, {})).map((integration) => [integration.kind, integration]));
      const { publicUrl } = ctx.config.http;
      const webhookUrls = Object.fromEntries(
        providers.map(({ kind }) => [kind, `${publicUrl}/webhooks/${kind}/${tenant.slug}`]),
      );
      const settings = kinds.map(({ kind, secretFields }) => {
        const integration = saved.get(kind);
        return [
          kind,
          integration ? maskSecrets(Settings.parse(openSettings(ctx.keys, integration)), secretFields) : null,
        ];
      });
      return { tenant, webhookUrls, ...Object.fromEntries(settings) };
    },
  );
};

/** `/dashboard/tenant/config` and, below it, one route to read and one to save for each kind of settings. */
export const settingsRoutes = (providers: Providers): Route[] => {
  const kinds = settingsKinds(providers);
  return [overviewOf(kinds), ...kinds.flatMap(routesOf)];
};
