import type { MikroORM } from '@mikro-orm/postgresql';
import { Context } from '@temporalio/activity';
import pMap from 'p-map';
import type { AppContext } from '../context.ts';
import { Call, callTime } from '../db/entities.ts';
import { systemEm, tenantEm } from '../db/core/tenancy.ts';
import { isTerminalStatus } from '../domain/calls/observation.ts';
import type { TenantId } from '../domain/ids.ts';
import { providerNames, type ProviderName } from '../domain/providers.ts';
import type { Leftovers } from '../inbox/index.ts';
import type { ListedCall, Provider } from '../providers/provider.ts';
import { whileBeating } from './heartbeat.ts';
import { openIntegration } from './integrations.ts';
import { answerRow } from './providerAnswers.ts';

export interface MissedCallsInput {
  /** Since then webhooks arrive (again), ISO 8601. */
  before: string;
  /** How far back to look at most. */
  maxDays: number;
  /** A tenant of which a new call was heard of in this time has missed none. */
  quietSeconds: number;
  /** Only these; absent: all that have had a call. */
  tenantIds?: TenantId[];
}

export interface MissedCalls {
  /** How many calls were not known, or not known to be over. */
  found: number;
  /** Tenants of whose providers one could not be asked. */
  unreached: TenantId[];
}

interface Gap {
  tenantId: TenantId;
  since: Date;
}

/** Tenants whose providers are asked at the same time. */
const concurrency = 4;

/** Ids in one query, rows in one statement. */
const batchSize = 100;

// The last call of which we had heard before; a tenant that never had one is not ours to ask about. A carrier's clock may
// differ by minutes, and a call is heard of after it began.
const findGaps = `
  select tenant.id as "tenantId",
    greatest(last.at - interval '2 minutes', ?::timestamptz - make_interval(days => ?)) as since
  from tenants tenant
  cross join lateral (
    select ${callTime} as at, created_at from calls
    where tenant_id = tenant.id and created_at < ?::timestamptz order by ${callTime} desc limit 1) last
  where last.created_at < now() - make_interval(secs => ?) and (?::uuid[] is null or tenant.id = any(?::uuid[]))
  order by tenant.id`;

const gapsOf = async (orm: MikroORM, input: MissedCallsInput): Promise<Gap[]> => {
  const { before, maxDays, quietSeconds, tenantIds } = input;
  const only = tenantIds ? `{${tenantIds.join(',')}}` : null;
  // SYSTEM: webhooks fail to arrive for all tenants at once.
  const rows = await systemEm(orm).execute<{ tenantId: TenantId; since: string }[]>(findGaps, [
    before,
    maxDays,
    before,
    quietSeconds,
    only,
    only,
  ]);
  return rows.map(({ tenantId, since }) => ({ tenantId, since: new Date(since) }));
};

const isOver = ({ events }: ListedCall): boolean =>
  events.some((event) => event.type === 'status' && isTerminalStatus(event.status));

const assistantIdIn = ({ events }: ListedCall): string | undefined =>
  events.flatMap((event) => (event.type === 'status' ? (event.assistantCallId ?? []) : []))[0];

/** Under the id that each has here: the assistant's own, where its first webhook knew no other. */
const renamed = async (orm: MikroORM, tenantId: TenantId, calls: ListedCall[]): Promise<ListedCall[]> => {
  const assistantIds = calls.flatMap((call) => assistantIdIn(call) ?? []);
  if (assistantIds.length === 0) return calls;
  const fields = ['externalCallId', 'assistantCallId'] as const;
  const known = await tenantEm(orm, tenantId).find(Call, { assistantCallId: { $in: assistantIds } }, { fields });
  const names = new Map(known.map(({ assistantCallId, externalCallId }) => [assistantCallId, externalCallId]));
  return calls.map((call) => ({
    ...call,
    externalCallId: names.get(assistantIdIn(call) ?? null) ?? call.externalCallId,
  }));
};

/** Those that we do not know, or do not know to be over. */
const unknownOf = async (orm: MikroORM, tenantId: TenantId, calls: ListedCall[]): Promise<ListedCall[]> => {
  const known = await tenantEm(orm, tenantId).find(
    Call,
    { externalCallId: { $in: calls.map(({ externalCallId }) => externalCallId) } },
    { fields: ['externalCallId', 'status'] },
  );
  const statuses = new Map(known.map(({ externalCallId, status }) => [externalCallId, status]));
  return calls.filter((call) => {
    const status = statuses.get(call.externalCallId);
    return call.events.length > 0 && (status === undefined || (!isTerminalStatus(status) && isOver(call)));
  });
};

export const createMissedCallActivities = (app: AppContext, leftovers: Leftovers) => {
  const { orm, logger } = app;

  /** What the provider reports goes the way of a webhook: stored, then handed over. */
  const takeIn = async (tenantId: TenantId, provider: ProviderName, listed: ListedCall[]): Promise<number> => {
    const calls = await unknownOf(orm, tenantId, await renamed(orm, tenantId, listed));
    if (calls.length === 0) return 0;
    const rows = calls.map(({ externalCallId, events }) => answerRow({ tenantId, externalCallId }, provider, events));
    await Promise.all(rows.map((row) => leftovers.write(row)));
    return calls.length;
  };

  const askOne = async ({ tenantId, since }: Gap, provider: ProviderName, until: Date): Promise<number> => {
    const settings = (await openIntegration(app, tenantId, provider)) as never;
    if (!settings) return 0;
    const vendor: Provider = app.providers[provider];
    let found = 0;
    let batch: ListedCall[] = [];
    for await (const call of vendor.listCalls(settings, { since, until }, Context.current().cancellationSignal)) {
      batch.push(call);
      if (batch.length < batchSize) continue;
      found += await takeIn(tenantId, provider, batch);
      batch = [];
    }
    return found + (await takeIn(tenantId, provider, batch));
  };

  return {
    /** Asks every tenant's providers for the calls since the last of which we heard, and takes in those we missed. */
    async findMissedCalls(input: MissedCallsInput): Promise<MissedCalls> {
      const gaps = await gapsOf(orm, input);
      const until = new Date(input.before);
      const unreached = new Set<TenantId>();
      let found = 0;
      const ask = async (gap: Gap): Promise<void> => {
        for (const provider of providerNames)
          try {
            const taken = await askOne(gap, provider, until);
            // Added after the answer: the others have added theirs meanwhile.
            found += taken;
          } catch (error) {
            Context.current().cancellationSignal.throwIfAborted();
            logger.warn({ err: error, tenantId: gap.tenantId, provider }, 'missed calls could not be asked for');
            unreached.add(gap.tenantId);
          }
      };
      await whileBeating(() => pMap(gaps, ask, { concurrency }));
      return { found, unreached: [...unreached] };
    },
  };
};
