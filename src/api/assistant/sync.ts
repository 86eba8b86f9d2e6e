import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Context } from 'koa';
import type { AppContext } from '../../context.ts';
import { claimAssistant, releaseAssistant } from '../../db/assistants/claim.ts';
import { Tenant, TenantAssistant } from '../../db/entities.ts';
import { findIntegration, saveIntegration } from '../../db/tenants/integrations.ts';
import { assistants, type Assistant } from '../../domain/providers.ts';
import { AppError } from '../../errors.ts';
import { UnknownOutcome, type IntegrationSettings, type SyncedAssistant } from '../../providers/provider.ts';
import type { Identity } from '../access/identity.ts';
import type { Services } from '../dependencies.ts';
import { providerProblem } from '../http/providerProblem.ts';
import { recordAudit } from '../routing/audit.ts';
import { webhookUrl } from '../webhooks/urls.ts';

/** A sync takes some seconds; one that takes longer is given up. */
const longestMs = 60_000;

/** Longer than that: what is still on its way to the vendor then is done, and shows in its list. */
const claimSeconds = 90;

interface SyncRequest {
  app: AppContext;
  deps: Services;
  ctx: Context;
  auth: Identity;
  em: EntityManager;
}

interface Account {
  kind: Assistant;
  settings: IntegrationSettings[Assistant];
}

/** The tenant's account with a vendor of assistants: the first that it has. */
const accountOf = async (em: EntityManager, { keys }: AppContext): Promise<Account> => {
  for (const kind of assistants) {
    const settings = (await findIntegration(em, keys, kind)) as IntegrationSettings[Assistant] | undefined;
    if (settings) return { kind, settings };
  }
  throw new AppError('assistant.not_configured');
};

/** What has come of it, and calls that are answered from now on, in one transaction. */
const keep = (request: SyncRequest, { kind }: Account, synced: SyncedAssistant): Promise<TenantAssistant> => {
  const { app, auth, ctx } = request;
  const { tenantId } = auth;
  return request.em.fork().transactional(async (em) => {
    // As who saves settings does: one after the other.
    await em.findOneOrFail(Tenant, tenantId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const { settings } = await accountOf(em, app);
    if (settings.assistantId !== synced.assistantId)
      await saveIntegration(em, app.keys, tenantId, kind, { ...settings, assistantId: synced.assistantId });
    const row = await em.findOneOrFail(TenantAssistant, { tenantId });
    const { assistantId: externalId, toolIds, drift, duplicates } = synced;
    em.assign(row, { externalId, toolIds, drift, duplicates, syncedAt: new Date(), claimedUntil: null });
    const after = { assistantId: externalId, drifted: drift.map(({ field }) => field) };
    recordAudit(
      em,
      { ctx, auth },
      { action: 'assistant.synced', targetType: 'assistant', targetId: externalId, after },
    );
    await em.flush();
    return row;
  });
};

/**
 * Writes the tenant's assistant to its vendor, one sync at a time.
 * @throws AppError `assistant.not_configured`, `assistant.sync_running`, `provider.refused`, `provider.unreachable`.
 */
export const runSync = async (request: SyncRequest): Promise<TenantAssistant> => {
  const { app, auth, deps } = request;
  const { tenantId } = auth;
  const em = request.em.fork();
  const account = await accountOf(em, app);
  const tenant = await em.findOneOrFail(Tenant, tenantId);
  if (!(await request.em.fork().transactional((tx) => claimAssistant(tx, tenantId, claimSeconds))))
    throw new AppError('assistant.sync_running', { retryAfterSeconds: 5 });
  const known = await em.findOneOrFail(TenantAssistant, { tenantId });
  const { id, slug, name } = tenant;
  const plan = {
    tenant: { id, slug, name },
    webhookUrl: webhookUrl(app.config.http.publicUrl, account.kind, slug),
    assistantId: account.settings.assistantId ?? known.externalId ?? undefined,
    longestCallSeconds: app.config.call.longestCallSeconds,
  };
  let synced: SyncedAssistant;
  try {
    synced = await app.providers[account.kind].sync(account.settings, plan, AbortSignal.timeout(longestMs));
  } catch (error) {
    // What may come true yet keeps its claim: the next sync finds it in the vendor's list.
    if (!(error instanceof UnknownOutcome) && !(error instanceof DOMException))
      await request.em.fork().transactional((tx) => releaseAssistant(tx, tenantId));
    throw providerProblem(error);
  }
  const row = await keep(request, account, synced);
  await deps.directory.refresh();
  return row;
};
