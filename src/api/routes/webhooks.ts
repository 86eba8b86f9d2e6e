import type Router from '@koa/router';
import type { Context } from 'koa';
import type { AppContext } from '../../context.ts';
import { uuidV7 } from '../../db/uuid.ts';
import { isCarrier, providerNames, type ProviderName } from '../../domain/providers.ts';
import { AppError } from '../../errors.ts';
import { CallIdentities, type Inbox } from '../../inbox/index.ts';
import type { InboundWebhook, ParsedWebhook, Provider } from '../../providers/provider.ts';
import { readBody } from '../body.ts';
import type { TenantDirectory, TenantEntry } from '../tenantDirectory.ts';
import { webhookUrl } from '../webhookUrls.ts';

export interface WebhookDeps {
  ctx: AppContext;
  inbox: Inbox;
  directory: TenantDirectory;
}

/** A provider gives up after 15 s at most; a sender that is slower than this does not mean it. */
const bodyTimeoutMs = 5_000;
const maxNameLength = 200;

const received = async (koa: Context, { ctx }: WebhookDeps, provider: Provider): Promise<InboundWebhook> => ({
  // Providers sign the public URL, not the one that a proxy in front of us forwards.
  url: `${ctx.config.http.publicUrl}${koa.originalUrl}`,
  headers: koa.headers as Record<string, string | undefined>,
  rawBody: await readBody(koa, { maxBytes: provider.maxBodyBytes, timeoutMs: bodyTimeoutMs }),
  receivedAt: new Date(),
});

/** The tenant whose own secret signed the webhook. */
const provenTenant = (candidates: TenantEntry[], provider: Provider, webhook: InboundWebhook): TenantEntry => {
  const { name } = provider;
  if (candidates.length === 0) throw new AppError('webhook.unknown_tenant');
  if (!provider.hasSignature(webhook)) throw new AppError('webhook.signature_missing');
  const configured = candidates.filter(({ settings }) => settings[name] !== undefined);
  if (configured.length === 0) throw new AppError('webhook.not_configured', { provider: name });
  const proven = configured.find(({ settings }) => {
    const secrets = settings[name];
    return secrets !== undefined && provider.verify(webhook, secrets);
  });
  if (!proven) throw new AppError('webhook.signature_invalid');
  return proven;
};

const candidatesFor = async (
  { ctx, directory }: WebhookDeps,
  name: ProviderName,
  slug: string | undefined,
  parsed: () => ParsedWebhook,
): Promise<TenantEntry[]> => {
  if (slug !== undefined) {
    const entry = await directory.bySlug(slug, name);
    return entry ? [entry] : [];
  }
  if (!isCarrier(name)) return [];
  const number = ctx.providers[name].calledNumber(parsed());
  return number === undefined ? [] : directory.byNumber(name, number);
};

interface HandlerDeps extends WebhookDeps {
  identities: CallIdentities;
}

const handle = async (koa: Context, deps: HandlerDeps, name: ProviderName, slug: string | undefined): Promise<void> => {
  const { ctx, inbox, identities } = deps;
  const provider: Provider = ctx.providers[name];
  const webhook = await received(koa, deps, provider);
  let parsed: ParsedWebhook | undefined;
  const parse = () => (parsed ??= provider.parse(webhook));
  const { tenant, settings } = provenTenant(await candidatesFor(deps, name, slug, parse), provider, webhook);
  const { externalId, eventType, events, payload, ...ids } = parse();
  const externalCallId = await identities.callIdOf(tenant.id, name, ids);
  if ((externalCallId?.length ?? 0) > maxNameLength) throw new AppError('request.invalid', { field: 'call id' });
  await inbox.accept({
    id: uuidV7(),
    tenantId: tenant.id,
    provider: name,
    externalId,
    eventType: eventType.slice(0, maxNameLength),
    externalCallId: externalCallId ?? null,
    payload,
    // What names no call yet is said again by the message that does.
    events: externalCallId === undefined ? [] : events,
    receivedAt: webhook.receivedAt.toISOString(),
  });
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
  const deps: HandlerDeps = { ...given, identities: new CallIdentities(given.ctx.orm, given.ctx.logger) };
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
