import { LockMode } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { Integration, integrationKinds, Tenant, type IntegrationKind } from '../../db/entities/index.ts';
import { openSettings, saveSettings } from '../../db/integrations.ts';
import { endpointSecretFields, EndpointSettings } from '../../domain/endpoint.ts';
import type { Providers } from '../../providers/index.ts';
import { recordAudit } from '../audit.ts';
import { checkIfMatch } from '../ifMatch.ts';
import { parseInput } from '../input.ts';
import { defineRoute, type Route } from '../route.ts';
import { keepSecrets, maskChange, maskSecrets, settingsSchemas } from '../secrets.ts';
import { exampleAccount, TenantView } from '../views/account.ts';
import { exampleSettings } from '../views/exampleSettings.ts';
import { WebhookUrls, webhookUrlsOf } from '../webhookUrls.ts';

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
  const shownExample = maskSecrets(exampleSettings[kind], secretFields);

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
      examples: { response: shownExample },
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
      description:
        'Replaces all of them. A secret sent back masked, as it was shown, stays as it is. With the `ETag` of what you read in `If-Match`, nothing that somebody else has saved since is lost.',
      tags,
      body: accepted,
      response: shown,
      errors: ['resource.changed'],
      examples: { body: exampleSettings[kind], response: shownExample },
    },
    async ({ ctx, deps, em, koa, auth, body, afterCommit }) => {
      const stored = await em.findOne(Integration, { kind }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const before = stored && Settings.parse(openSettings(ctx.keys, stored));
      checkIfMatch(koa, before && shown.parse(maskSecrets(before, secretFields)));
      const wanted = Settings.parse(parseInput(settings, keepSecrets(body, before, secretFields), 'body'));
      await saveSettings(em, ctx.keys, auth.tenantId, kind, wanted);
      const change = maskChange(before, wanted, secretFields);
      recordAudit(em, { koa, auth }, { action: 'settings.changed', targetType: 'settings', targetId: kind, ...change });
      afterCommit(() => deps.directory.refresh());
      return maskSecrets(wanted, secretFields);
    },
  );
  return [get, put];
};

const overviewOf = (kinds: SettingsKind[]): Route => {
  const shape = kinds.map(({ kind, title, settings, secretFields }) => [
    kind,
    settingsSchemas(settings, secretFields, `${title}Settings`).shown.nullable(),
  ]);
  const examples = kinds.map(({ kind, secretFields }) => [kind, maskSecrets(exampleSettings[kind], secretFields)]);
  return defineRoute(
    {
      method: 'get',
      path: '/dashboard/tenant/config',
      permission: 'settings:read',
      summary: 'Get all settings',
      description: 'Secrets are masked; null is what has not been saved yet.',
      tags: ['Settings'],
      response: z.object({
        tenant: TenantView,
        webhookUrls: WebhookUrls,
        ...Object.fromEntries(shape),
      }),
      examples: {
        response: {
          tenant: exampleAccount.tenant,
          webhookUrls: webhookUrlsOf('https://api.example.com', exampleAccount.tenant.slug),
          ...Object.fromEntries(examples),
        },
      },
    },
    async ({ ctx, em, auth }) => {
      const tenant = await em.findOneOrFail(Tenant, auth.tenantId);
      const saved = new Map((await em.find(Integration, {})).map((integration) => [integration.kind, integration]));
      const webhookUrls = webhookUrlsOf(ctx.config.http.publicUrl, tenant.slug);
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
