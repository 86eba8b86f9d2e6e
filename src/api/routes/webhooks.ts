import type Router from '@koa/router';
import type { Context } from 'koa';
import type { AppContext } from '../../context.ts';
import { uuidV7 } from '../../db/uuid.ts';
import type { TenantId } from '../../domain/ids.ts';
import { isCarrier, providerNames, type ProviderName } from '../../domain/providers.ts';
import { AppError } from '../../errors.ts';
import { CallIdentities, fitting, type Inbox, type WebhookEventRow } from '../../inbox/index.ts';
import type { InboundWebhook, ParsedWebhook, Provider, WebhookHead } from '../../providers/provider.ts';
import type { TenantDirectory, TenantEntry } from '../tenantDirectory.ts';
import { createWebhookBodies, refusing } from '../webhookBody.ts';
import { webhookUrl } from '../webhookUrls.ts';

export interface WebhookDeps {
  ctx: AppContext;
  inbox: Inbox;
  directory: TenantDirectory;
}

const maxNameLength = 200;

/** Those whose secrets may prove the sender, as far as its headers tell. */
const configuredTenants = (candidates: TenantEntry[], provider: Provider, head: WebhookHead): TenantEntry[] => {
  const { name } = provider;
  if (candidates.length === 0) throw new AppError('webhook.unknown_tenant');
  if (!provider.hasSignature(head)) throw new AppError('webhook.signature_missing');
  const configured = candidates.filter(({ settings }) => settings[name] !== undefined);
  if (configured.length === 0) throw new AppError('webhook.not_configured', { provider: name });
  return configured;
};

/** The tenant whose own secret signed the webhook. */
const provenTenant = (configured: TenantEntry[], provider: Provider, webhook: InboundWebhook): TenantEntry => {
  const proven = configured.find(({ settings }) => {
    const secrets = settings[provider.name];
    return secrets !== undefined && provider.verify(webhook, secrets);
  });
  if (!proven) throw new AppError('webhook.signature_invalid');
  return proven;
};

const namedTenants = async ({ directory }: WebhookDeps, name: ProviderName, slug: string): Promise<TenantEntry[]> => {
  const entry = await directory.bySlug(slug, name);
  return entry ? [entry] : [];
};

const calledTenants = async (
  { ctx, directory }: WebhookDeps,
  name: ProviderName,
  webhook: ParsedWebhook,
): Promise<TenantEntry[]> => {
  if (!isCarrier(name)) return [];
  const number = ctx.providers[name].calledNumber(webhook);
  return number === undefined ? [] : directory.byNumber(name, number);
};

const rowOf = (
  tenantId: TenantId,
  provider: Provider,
  { rawBody, receivedAt }: InboundWebhook,
  { externalId, eventType, events, payload }: ParsedWebhook,
  externalCallId: string | undefined,
): WebhookEventRow => {
  if ((externalCallId?.length ?? 0) > maxNameLength) throw new AppError('request.invalid', { field: 'call id' });
  const row = {
    id: uuidV7(),
    tenantId,
    provider: provider.name,
    externalId,
    eventType: eventType.slice(0, maxNameLength),
    externalCallId: externalCallId ?? null,
    payload,
    // What names no call yet is said again by the message that does.
    events: externalCallId === undefined ? [] : events,
    receivedAt: receivedAt.toISOString(),
  };
  return fitting(row, rawBody.length, provider.expendableFields ?? []);
};

interface HandlerDeps extends WebhookDeps {
  identities: CallIdentities;
  readWebhookBody: ReturnType<typeof createWebhookBodies>;
}

const handle = async (koa: Context, deps: HandlerDeps, name: ProviderName, slug: string | undefined): Promise<void> => {
  const { ctx, inbox, identities, readWebhookBody } = deps;
  const provider: Provider = ctx.providers[name];
  const head = {
    // Providers sign the public URL, not the one that a proxy in front of us forwards.
    url: `${ctx.config.http.publicUrl}${koa.originalUrl}`,
    headers: koa.headers as Record<string, string | undefined>,
    receivedAt: new Date(),
  };
  const named = slug === undefined ? undefined : await namedTenants(deps, name, slug);
  const before = named && refusing(koa, () => configuredTenants(named, provider, head));
  const webhook = { ...head, rawBody: await readWebhookBody(koa, provider, head, before ?? []) };
  let parsed: ParsedWebhook | undefined;
  const parse = () => (parsed ??= provider.parse(webhook));
  const configured = before ?? configuredTenants(await calledTenants(deps, name, parse()), provider, head);
  const { tenant, settings } = provenTenant(configured, provider, webhook);
  if (!parse().isChatter) {
    const callId = await identities.callIdOf(tenant.id, name, parse());
    await inbox.accept(rowOf(tenant.id, provider, webhook, parse(), callId));
  }
  const answer = provider.answer(parse(), {
    tenant,
    webhookUrl: webhookUrl(ctx.config.http.publicUrl, name, tenant.slug),
    ...(settings.vapi && { assistant: settings.vapi }),
  });
  koa.status = answer.status;
  koa.set('Content-Type', answer.contentType);
  koa.body = answer.body;
};

/** `POST /webhooks/{provider}/{tenantSlug}`; for carriers `GET`, too, and without the slug: the called number tells. */
export const registerWebhooks = (router: Router, given: WebhookDeps): void => {
  const identities = new CallIdentities(given.ctx.orm, given.ctx.logger);
  const deps: HandlerDeps = { ...given, identities, readWebhookBody: createWebhookBodies() };
  for (const name of providerNames) {
    const bySlug = (koa: Context) => handle(koa, deps, name, koa.params['tenantSlug']);
    const byNumber = (koa: Context) => handle(koa, deps, name, undefined);
    router.post(`/webhooks/${name}/:tenantSlug`, bySlug);
    if (!isCarrier(name)) continue;
    router.post(`/webhooks/${name}`, byNumber);
    router.get(`/webhooks/${name}/:tenantSlug`, bySlug);
    router.get(`/webhooks/${name}`, byNumber);
  }
  // The router takes a HEAD for a GET: a webhook whose answer is thrown away.
  for (const layer of router.stack) layer.methods = layer.methods.filter((method) => method !== 'HEAD');
};
