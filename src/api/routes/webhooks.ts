import type { AppContext } from '../../context.ts';
import { uuidV7 } from '../../db/uuid.ts';
import { isCarrier, providerNames, type ProviderName } from '../../domain/providers.ts';
import { AppError } from '../../errors.ts';
import type { Inbox } from '../../inbox/index.ts';
import type { InboundWebhook, ParsedWebhook, Provider, WebhookAnswer } from '../../providers/provider.ts';
import { readBody, type Exchange } from '../body.ts';
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

const received = async (exchange: Exchange, { ctx }: WebhookDeps, provider: Provider): Promise<InboundWebhook> => ({
  // Providers sign the public URL, not the one that a proxy in front of us forwards.
  url: `${ctx.config.http.publicUrl}${exchange.req.url}`,
  headers: exchange.req.headers as Record<string, string | undefined>,
  rawBody: await readBody(exchange, { maxBytes: provider.maxBodyBytes, timeoutMs: bodyTimeoutMs }),
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

/** Where a webhook arrives. */
export interface WebhookAddress {
  provider: ProviderName;
  /** Undefined where the called number tells. */
  slug: string | undefined;
}

/** Takes a webhook in. @throws AppError what the provider is told instead of an answer. */
export const handleWebhook = async (
  exchange: Exchange,
  deps: WebhookDeps,
  { provider: name, slug }: WebhookAddress,
): Promise<WebhookAnswer> => {
  const { ctx, inbox } = deps;
  const provider: Provider = ctx.providers[name];
  const webhook = await received(exchange, deps, provider);
  let parsed: ParsedWebhook | undefined;
  const parse = () => (parsed ??= provider.parse(webhook));
  const { tenant, settings } = provenTenant(await candidatesFor(deps, name, slug, parse), provider, webhook);
  const { externalId, eventType, externalCallId, events, payload } = parse();
  if ((externalCallId?.length ?? 0) > maxNameLength) throw new AppError('request.invalid', { field: 'call id' });
  await inbox.accept({
    id: uuidV7(),
    tenantId: tenant.id,
    provider: name,
    externalId,
    eventType: eventType.slice(0, maxNameLength),
    externalCallId: externalCallId ?? null,
    payload,
    events,
    receivedAt: webhook.receivedAt.toISOString(),
  });
  return provider.answer(parse(), {
    tenant,
    webhookUrl: webhookUrl(ctx.config.http.publicUrl, name, tenant.slug),
    ...(settings.vapi && { assistant: settings.vapi }),
  });
};

const address = new RegExp(`^/webhooks/(${providerNames.join('|')})(?:/([^/?#]+))?/?(?:\\?|$)`, 'i');

const decoded = (slug: string): string => {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
};

/** `/webhooks/{provider}/{tenantSlug}`; for carriers also without the slug. */
export const webhookAddressOf = (url: string): WebhookAddress | undefined => {
  const [, word, slug] = address.exec(url) ?? [];
  if (word === undefined) return undefined;
  const provider = word.toLowerCase() as ProviderName;
  if (slug === undefined) return isCarrier(provider) ? { provider, slug } : undefined;
  return { provider, slug: slug.includes('%') ? decoded(slug) : slug };
};
