import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { openDefaultEndpoint, saveDefaultEndpoint } from '../../db/deliveries/endpoints.ts';
import { queueEvents } from '../../db/deliveries/queue.ts';
import { Tenant, WebhookEndpoint } from '../../db/entities.ts';
import { findIntegration, saveIntegration } from '../../db/tenants/integrations.ts';
import type { KeyRing } from '../../db/core/sealing.ts';
import { findUrlProblem, type Destinations } from '../../outbox/destination.ts';
import { endpointSecretFields, EndpointSettings } from '../../contract/endpoints/endpoint.ts';
import type { NewEvent } from '../../contract/events/catalogue.ts';
import type { TenantId } from '../../domain/ids.ts';
import { isCarrier, providerNames, type ProviderName } from '../../domain/providers.ts';
import { capitalized } from '../../domain/text/capitalized.ts';
import { AppError } from '../../errors.ts';
import type { Providers } from '../../providers/registry.ts';
import { recordAudit } from '../routing/audit.ts';
import { deliverAfterCommit } from '../deliveries/wakeAfterCommit.ts';
import { checkIfMatch } from '../http/ifMatch.ts';
import { invalidInput, parseInput, type InputProblem } from '../http/input.ts';
import { namingFields, numberEvents } from './numberEvents.ts';
import { defineRoute, type Route } from '../routing/route.ts';
import { keepSecrets, maskChange, maskSecrets, settingsSchemas } from '../routing/masks.ts';
import { exampleAccount, TenantView } from '../people/accountView.ts';
import { WebhookUrls, webhookUrlsOf } from '../webhooks/urls.ts';

const Settings = z.record(z.string(), z.unknown());

type Settings = z.infer<typeof Settings>;

interface SettingsKind {
  kind: ProviderName | 'n8n';
  title: string;
  /** As the client's methods name it. */
  operationName: string;
  settings: z.ZodType;
  secretFields: readonly string[];
  example: Settings;
  /** Null until they have been saved. */
  load(em: EntityManager, keys: KeyRing, tenantId: TenantId): Promise<Settings | null>;
  /** @returns what the change means to those who listen. */
  save(em: EntityManager, keys: KeyRing, tenantId: TenantId, wanted: Settings): Promise<NewEvent[]>;
  /** What the schema does not check, because it depends on the configuration. */
  findProblems?(destinations: Destinations, wanted: Settings): InputProblem[];
  /** The endpoint that these are the settings of. */
  findEndpoint?(em: EntityManager): Promise<string>;
}

/** The routes, masking and documentation of a new provider's integration follow from the registry. */
const settingsKinds = (providers: Providers): SettingsKind[] => [
  ...providerNames.map((kind): SettingsKind => {
    const { title, settings, secretFields, example } = providers[kind];
    return {
      kind,
      title,
      operationName: capitalized(kind),
      settings,
      secretFields,
      example: { ...example },
      load: async (em, keys) => {
        const stored = await findIntegration(em, keys, kind);
        return stored === undefined ? null : Settings.parse(stored);
      },
      save: async (em, keys, tenantId, wanted) => {
        const changes = await saveIntegration(em, keys, tenantId, kind, wanted).catch((error: unknown) => {
          throw namingFields(error, wanted);
        });
        return isCarrier(kind) ? numberEvents(kind, changes) : [];
      },
    };
  }),
  {
    kind: 'n8n',
    title: 'Endpoint',
    operationName: 'Endpoint',
    settings: EndpointSettings,
    secretFields: endpointSecretFields,
    example: {
      webhookUrl: 'https://n8n.example.com/webhook/ai-receptionist',
      signatureSecret: `whsec_${Buffer.from('an example, and no secret').toString('base64')}`,
    },
    load: openDefaultEndpoint,
    save: async (em, keys, tenantId, wanted) => {
      await saveDefaultEndpoint(em, keys, tenantId, EndpointSettings.parse(wanted));
      return [];
    },
    findEndpoint: async (em) => (await em.findOneOrFail(WebhookEndpoint, { isDefault: true })).id,
    findProblems: (destinations, wanted) => {
      const problem = findUrlProblem(destinations, EndpointSettings.parse(wanted).webhookUrl);
      return problem ? [{ path: 'body.webhookUrl', ...problem }] : [];
    },
  },
];

/** Made once for all routes: a name in the API's description is that of one schema. */
const withSchemas = (one: SettingsKind) => ({
  ...one,
  ...settingsSchemas(one.settings, one.secretFields, `${one.title}Settings`),
});

/** Two who save at the same time: the second sees what the first has saved. */
const lockSettings = (em: EntityManager, tenantId: TenantId) =>
  em.findOneOrFail(Tenant, tenantId, { lockMode: LockMode.PESSIMISTIC_WRITE });

const routesOf = (one: ReturnType<typeof withSchemas>): Route[] => {
  const { kind, title, operationName, settings, secretFields, example, load, save, findProblems, findEndpoint } = one;
  const { shown, accepted } = one;
  const path = `/dashboard/tenant/config/${kind}`;
  const tags = ['Settings'];
  const shownExample = maskSecrets(example, secretFields);

  const get = defineRoute(
    {
      method: 'get',
      path,
      permission: 'settings:read',
      operationId: `get${operationName}Settings`,
      summary: `Get the ${title} settings`,
      description: 'Secrets are masked. 404 until they have been saved.',
      tags,
      response: shown,
      errors: ['resource.not_found'],
      examples: { response: shownExample },
    },
    async ({ app, em, auth }) => {
      const saved = await load(em, app.keys, auth.tenantId);
      if (!saved) throw new AppError('resource.not_found');
      return maskSecrets(saved, secretFields);
    },
  );

  const put = defineRoute(
    {
      method: 'put',
      writes: true,
      path,
      permission: 'settings:write',
      operationId: `save${operationName}Settings`,
      summary: `Save the ${title} settings`,
      description: 'Replaces all of them. A secret sent back masked, as it was shown, stays as it is.',
      tags,
      body: accepted,
      response: shown,
      errors: ['resource.changed', ...(isCarrier(kind) ? (['number.taken'] as const) : [])],
      examples: { body: example, response: shownExample },
    },
    async (request) => {
      const { app, deps, em, ctx, auth, body, afterCommit } = request;
      await lockSettings(em, auth.tenantId);
      const before = await load(em, app.keys, auth.tenantId);
      checkIfMatch(ctx, before && shown.parse(maskSecrets(before, secretFields)));
      const wanted = Settings.parse(parseInput(settings, keepSecrets(body, before, secretFields), 'body'));
      const problems = findProblems?.(deps.destinations, wanted) ?? [];
      if (problems.length > 0) throw invalidInput(problems);
      const events = await save(em, app.keys, auth.tenantId, wanted);
      await em.flush();
      // As the next reader gets them: numbers in the order in which they came.
      const after = await load(em, app.keys, auth.tenantId);
      const change = maskChange(before, after ?? wanted, secretFields);
      recordAudit(em, { ctx, auth }, { action: 'settings.changed', targetType: 'settings', targetId: kind, ...change });
      afterCommit(() => deps.directory.refresh());
      deliverAfterCommit(request, await queueEvents(em, auth.tenantId, events));
      if (findEndpoint) deliverAfterCommit(request, [await findEndpoint(em)], { isAskedFor: true });
      return maskSecrets(after ?? wanted, secretFields);
    },
  );
  return [get, put];
};

const overviewOf = (kinds: ReturnType<typeof withSchemas>[]): Route => {
  const shape = kinds.map(({ kind, shown }) => [kind, shown.nullable()]);
  const examples = kinds.map(({ kind, secretFields, example }) => [kind, maskSecrets(example, secretFields)]);
  return defineRoute(
    {
      method: 'get',
      path: '/dashboard/tenant/config',
      permission: 'settings:read',
      operationId: 'getAllSettings',
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
    async ({ app, em, auth }) => {
      const tenant = await em.findOneOrFail(Tenant, auth.tenantId);
      const webhookUrls = webhookUrlsOf(app.config.http.publicUrl, tenant.slug);
      const settings: [string, Settings | null][] = [];
      for (const { kind, secretFields, load } of kinds) {
        const saved = await load(em, app.keys, auth.tenantId);
        settings.push([kind, saved && maskSecrets(saved, secretFields)]);
      }
      return { tenant, webhookUrls, ...Object.fromEntries(settings) };
    },
  );
};

/**
 * The settings of the integrations and of the default endpoint: all of them, and for each a route to read and one to save.
 * Their paths say `config`, since clients know them by it.
 */
export const settingsRoutes = (providers: Providers): Route[] => {
  const kinds = settingsKinds(providers).map(withSchemas);
  return [overviewOf(kinds), ...kinds.flatMap(routesOf)];
};
