import type { AppContext } from '../../context.ts';
import { uuidV7 } from '../../db/core/uuid.ts';
import type { TenantId } from '../../domain/ids.ts';
import {
  carriers,
  isAssistant,
  isCarrier,
  providerNames,
  type Carrier,
  type ProviderName,
} from '../../domain/providers.ts';
import { callSubject } from '../../domain/subject.ts';
import { AppError } from '../../errors.ts';
import { CallIdentities, fitting, type Inbox, type WebhookEventRow } from '../../inbox/index.ts';
import type { WakeEndpoints } from '../../outbox/index.ts';
import type { InboundWebhook, ParsedWebhook, Provider, WebhookAnswer, WebhookHead } from '../../providers/provider.ts';
import type { Exchange } from '../http/body.ts';
import { invalidField } from '../http/input.ts';
import type { TenantDirectory, TenantEntry } from '../access/tenantDirectory.ts';
import type { Background } from '../http/background.ts';
import { createToolAnswers } from '../tools/toolAnswers.ts';
import { answeringAt } from './answering.ts';
import { assistantSipUri } from './assistantSipUri.ts';
import type { LiveNotes } from '../watching/liveNotes.ts';
import { Callers } from './callers.ts';
import { createWebhookBodies, refusing } from './provenBody.ts';
import { ivrPaths, webhookUrl } from './urls.ts';

export interface WebhookDeps {
  app: AppContext;
  inbox: Inbox;
  directory: TenantDirectory;
  background: Background;
  wakeEndpoints: WakeEndpoints;
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

/** Who may have sent a webhook, until its signature proves it. */
interface Claim {
  provider: Provider;
  configured: TenantEntry[];
  /** Not before there is a tenant: a stranger's body is not read into fields where the URL names the tenant. */
  parse(): ParsedWebhook;
}

const claimOf = (provider: Provider, configured: TenantEntry[], webhook: InboundWebhook): Claim => {
  let parsed: ParsedWebhook | undefined;
  return { provider, configured, parse: () => (parsed ??= provider.parse(webhook)) };
};

const calledNumber = ({ app }: WebhookDeps, name: ProviderName, webhook: ParsedWebhook): string | undefined =>
  isCarrier(name) ? app.providers[name].calledNumber(webhook) : undefined;

/** The tenants that have the called number, with the first of the carriers where it is known. */
const claimByNumber = async (
  deps: WebhookDeps,
  names: readonly ProviderName[],
  webhook: InboundWebhook,
): Promise<Claim> => {
  for (const name of names) {
    const provider: Provider = deps.app.providers[name];
    const claim = claimOf(provider, [], webhook);
    const number = calledNumber(deps, name, claim.parse());
    const tenants = number === undefined || !isCarrier(name) ? [] : await deps.directory.byNumber(name, number);
    if (tenants.length > 0) return { ...claim, configured: configuredTenants(tenants, provider, webhook) };
  }
  throw new AppError('webhook.unknown_tenant');
};

/** The carriers whose signature the headers may hold: SignalWire sends Twilio's header, too. */
const signers = ({ app }: WebhookDeps, head: WebhookHead): readonly Carrier[] => {
  const possible = carriers.filter((name) => app.providers[name].hasSignature(head));
  if (possible.length === 0) throw new AppError('webhook.signature_missing');
  return possible;
};

/** Only carriers are told by the plan what to do. */
const answeringOf = (deps: WebhookDeps, name: ProviderName, tenantId: TenantId, webhook: ParsedWebhook, at: Date) =>
  isCarrier(name)
    ? answeringAt(deps.directory, tenantId, calledNumber(deps, name, webhook), webhook.place, at)
    : undefined;

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
  /** Undefined where the signature tells which carrier it is. */
  provider: ProviderName | undefined;
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
  const answerTools = createToolAnswers(deps);

  return async (exchange, { provider: named, slug }) => {
    const { req } = exchange;
    const head = {
      // Providers sign the public URL, not the one that a proxy in front of us forwards.
      url: `${app.config.http.publicUrl}${req.url}`,
      headers: req.headers as Record<string, string | undefined>,
      receivedAt: new Date(),
    };
    const names = named === undefined ? refusing(req, () => signers(deps, head)) : [named];
    const [first]: readonly Provider[] = names.map((name) => app.providers[name]);
    if (!first) throw new AppError('webhook.unknown_tenant');
    const tenants = slug === undefined ? undefined : await namedTenants(deps, first.name, slug);
    const before = tenants && refusing(req, () => configuredTenants(tenants, first, head));
    const webhook = { ...head, rawBody: await readWebhookBody(exchange, first, head, before ?? []) };
    const claim = before ? claimOf(first, before, webhook) : await claimByNumber(deps, names, webhook);
    const { provider } = claim;
    const { entry, own } = provenTenant(claim.configured, provider, webhook);
    const { tenant, settings } = entry;
    const parsed = claim.parse();
    if (parsed.live) deps.liveNotes.hear(tenant.id, parsed.live);
    let callId: string | undefined;
    if (!parsed.isChatter) {
      callId = await identities.callIdOf(tenant.id, provider.name, parsed);
      await inbox.accept(rowOf(tenant.id, provider, webhook, parsed, callId));
    }
    const asked = isAssistant(provider.name) ? app.providers[provider.name].toolsAsked(parsed.payload) : undefined;
    const toolAnswers =
      asked &&
      (await answerTools({
        tenantId: tenant.id,
        callId,
        webhook: { provider: provider.name, externalId: parsed.externalId },
        receivedAt: webhook.receivedAt,
        asked,
      }));
    const sipUri = assistantSipUri(app.providers, settings);
    const answering = await answeringOf(deps, provider.name, tenant.id, parsed, head.receivedAt);
    const caller = parsed.asksAbout === undefined ? undefined : await callers.find(tenant.id, parsed.asksAbout);
    const context = {
      tenant,
      webhookUrl: webhookUrl(app.config.http.publicUrl, provider.name, tenant.slug),
      ...(sipUri !== undefined && { assistantSipUri: sipUri }),
      ...(toolAnswers && { toolAnswers }),
      ...(answering && { answering }),
      ...(caller && { caller }),
    };
    return provider.answer(parsed, context, own);
  };
};

const address = new RegExp(`^/webhooks/(${providerNames.join('|')})(?:/([^/?#]+))?/?(?:\\?|$)`, 'i');

const ivrAddress = new RegExp(`^(?:${ivrPaths.join('|')})/?(?:\\?|$)`, 'i');

const decoded = (slug: string): string => {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
};

/** The carriers' consoles offer GET, too. */
export const webhookMethods = ({ provider }: WebhookAddress): readonly string[] =>
  provider !== undefined && isCarrier(provider) ? ['POST', 'GET'] : ['POST'];

/** `/webhooks/{provider}/{tenantSlug}`; for carriers also without the slug, or at one of `ivrPaths`. */
export const webhookAddressOf = (url: string): WebhookAddress | undefined => {
  const [, word, slug] = address.exec(url) ?? [];
  if (word === undefined) return ivrAddress.test(url) ? { provider: undefined, slug: undefined } : undefined;
  const provider = word.toLowerCase() as ProviderName;
  if (slug === undefined) return isCarrier(provider) ? { provider, slug } : undefined;
  return { provider, slug: slug.includes('%') ? decoded(slug) : slug };
};
