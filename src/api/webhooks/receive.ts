import type { AppContext } from '../../context.ts';
import { uuidV7 } from '../../db/core/uuid.ts';
import type { TenantId } from '../../domain/ids.ts';
import { assistants, isCarrier, providerNames, type ProviderName } from '../../domain/providers.ts';
import { callSubject } from '../../domain/subject.ts';
import { AppError } from '../../errors.ts';
import { CallIdentities, fitting, type Inbox, type WebhookEventRow } from '../../inbox/index.ts';
import type { InboundWebhook, ParsedWebhook, Provider, WebhookAnswer, WebhookHead } from '../../providers/provider.ts';
import type { Exchange } from '../http/body.ts';
import { invalidField } from '../http/input.ts';
import type { TenantDirectory, TenantEntry } from '../access/tenantDirectory.ts';
import type { LiveNotes } from '../watching/liveNotes.ts';
import { Callers } from './callers.ts';
import { createWebhookBodies, refusing } from './provenBody.ts';
import { webhookUrl } from './urls.ts';

export interface WebhookDeps {
  app: AppContext;
  inbox: Inbox;
  directory: TenantDirectory;
  liveNotes: LiveNotes;
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

/** The tenant whose own secret signed the webhook, and its account with the provider. */
const provenTenant = (configured: TenantEntry[], provider: Provider, webhook: InboundWebhook) => {
  for (const entry of configured) {
    const own = entry.settings[provider.name];
    if (own !== undefined && provider.verify(webhook, own)) return { entry, own };
  }
  throw new AppError('webhook.signature_invalid');
};

const namedTenants = async ({ directory }: WebhookDeps, name: ProviderName, slug: string): Promise<TenantEntry[]> => {
  const entry = await directory.bySlug(slug, name);
  return entry ? [entry] : [];
};

const calledTenants = async (
  { app, directory }: WebhookDeps,
  name: ProviderName,
  webhook: ParsedWebhook,
): Promise<TenantEntry[]> => {
  if (!isCarrier(name)) return [];
  const number = app.providers[name].calledNumber(webhook);
  return number === undefined ? [] : directory.byNumber(name, number);
};

/** Where a carrier connects the tenant's calls: the first of its assistants that can be called. */
const assistantSipUri = ({ providers }: AppContext, settings: TenantEntry['settings']): string | undefined => {
  for (const name of assistants) {
    const own = settings[name];
    const uri = own && providers[name].sipUri(own);
    if (uri !== undefined) return uri;
  }
  return undefined;
};

const rowOf = (
  tenantId: TenantId,
  provider: Provider,
  { rawBody, receivedAt }: InboundWebhook,
  { externalId, eventType, events, payload }: ParsedWebhook,
  externalCallId: string | undefined,
): WebhookEventRow => {
  if ((externalCallId?.length ?? 0) > maxNameLength)
    throw invalidField('body.callId', 'field.too_long', { maximum: maxNameLength });
  const row = {
    id: uuidV7(),
    tenantId,
    provider: provider.name,
    externalId,
    eventType: eventType.slice(0, maxNameLength),
    subject: externalCallId === undefined ? null : callSubject(externalCallId),
    payload,
    // What names no call yet is said again by the message that does.
    events: externalCallId === undefined ? [] : events,
    receivedAt: receivedAt.toISOString(),
  };
  return fitting(row, rawBody.length, provider.expendableFields ?? []);
};

/** Where a webhook arrives. */
export interface WebhookAddress {
  provider: ProviderName;
  /** Undefined where the called number tells. */
  slug: string | undefined;
}

/** @returns takes a webhook in; rejects with the AppError that the provider is told instead of an answer. */
export const createWebhookHandler = (
  deps: WebhookDeps,
): ((exchange: Exchange, address: WebhookAddress) => Promise<WebhookAnswer>) => {
  const { app, inbox } = deps;
  const identities = new CallIdentities(app.orm, app.logger);
  const callers = new Callers(app);
  const readWebhookBody = createWebhookBodies();

  return async (exchange, { provider: name, slug }) => {
    const { req } = exchange;
    const provider: Provider = app.providers[name];
    const head = {
      // Providers sign the public URL, not the one that a proxy in front of us forwards.
      url: `${app.config.http.publicUrl}${req.url}`,
      headers: req.headers as Record<string, string | undefined>,
      receivedAt: new Date(),
    };
    const named = slug === undefined ? undefined : await namedTenants(deps, name, slug);
    const before = named && refusing(req, () => configuredTenants(named, provider, head));
    const webhook = { ...head, rawBody: await readWebhookBody(exchange, provider, head, before ?? []) };
    let parsed: ParsedWebhook | undefined;
    const parse = () => (parsed ??= provider.parse(webhook));
    const configured = before ?? configuredTenants(await calledTenants(deps, name, parse()), provider, head);
    const { entry, own } = provenTenant(configured, provider, webhook);
    const { tenant, settings } = entry;
    const { live } = parse();
    if (live) deps.liveNotes.hear(tenant.id, live);
    if (!parse().isChatter) {
      const callId = await identities.callIdOf(tenant.id, name, parse());
      await inbox.accept(rowOf(tenant.id, provider, webhook, parse(), callId));
    }
    const sipUri = assistantSipUri(app, settings);
    const { asksAbout } = parse();
    const caller = asksAbout === undefined ? undefined : await callers.find(tenant.id, asksAbout);
    const context = {
      tenant,
      webhookUrl: webhookUrl(app.config.http.publicUrl, name, tenant.slug),
      ...(sipUri !== undefined && { assistantSipUri: sipUri }),
      ...(caller && { caller }),
    };
    return provider.answer(parse(), context, own);
  };
};

const address = new RegExp(`^/webhooks/(${providerNames.join('|')})(?:/([^/?#]+))?/?(?:\\?|$)`, 'i');

const decoded = (slug: string): string => {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
};

/** The carriers' consoles offer GET, too. */
export const webhookMethods = ({ provider }: WebhookAddress): readonly string[] =>
  isCarrier(provider) ? ['POST', 'GET'] : ['POST'];

/** `/webhooks/{provider}/{tenantSlug}`; for carriers also without the slug. */
export const webhookAddressOf = (url: string): WebhookAddress | undefined => {
  const [, word, slug] = address.exec(url) ?? [];
  if (word === undefined) return undefined;
  const provider = word.toLowerCase() as ProviderName;
  if (slug === undefined) return isCarrier(provider) ? { provider, slug } : undefined;
  return { provider, slug: slug.includes('%') ? decoded(slug) : slug };
};
