import { createHash } from 'node:crypto';
import { ApplicationFailure, Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { WebhookEvent } from '../db/entities.ts';
import { tenantEm } from '../db/core/tenancy.ts';
import { uuidV7 } from '../db/core/uuid.ts';
import type { CallObservation } from '../domain/calls/observation.ts';
import type { InformedProvider } from '../domain/calls/session.ts';
import type { CallKey } from '../domain/ids.ts';
import { impersonal } from '../domain/calls/impersonal.ts';
import { isCarrier, type ProviderName } from '../domain/providers.ts';
import { callSubject } from '../domain/subject.ts';
import { insertWebhookEvents, markRelayed, type WebhookEventRow } from '../inbox/index.ts';
import type { FetchedCall, Provider } from '../providers/provider.ts';
import { VendorError } from '../providers/shared/vendorHttp.ts';
import { openIntegration } from './integrations.ts';

export interface AskInput extends CallKey, InformedProvider {
  /** About when the call began, ISO 8601: where it has to be looked for. */
  startedAt: string;
}

export interface PriceInput extends AskInput {
  /** When to ask, ISO 8601, earliest first. */
  askAt: string[];
}

/** What a provider answered, as a workflow may know it, and the ids of the stored events that say it all. */
export interface Answer {
  events: CallObservation[];
  eventIds: string[];
}

/** The answer in the form of a webhook: the same for the same answer. */
export const answerRow = (
  { tenantId, externalCallId }: CallKey,
  provider: ProviderName,
  events: CallObservation[],
): WebhookEventRow => {
  const hash = createHash('sha256').update(JSON.stringify(events)).digest('hex').slice(0, 32);
  return {
    id: uuidV7(),
    tenantId,
    provider,
    externalId: `${externalCallId}:rest:${hash}`,
    eventType: 'rest.call',
    subject: callSubject(externalCallId),
    payload: {},
    events,
    receivedAt: new Date().toISOString(),
  };
};

/** Stores the answer once. @returns the id under which it is stored. */
const keep = async ({ orm, systemPool }: AppContext, row: WebhookEventRow): Promise<string> => {
  const waiting = await insertWebhookEvents(systemPool, [row]);
  const ids = waiting.map(({ id }) => id);
  // The workflow that has asked gets it as its activity's result.
  await markRelayed(orm, ids);
  const { tenantId, provider, externalId } = row;
  return (
    ids[0] ??
    (await tenantEm(orm, tenantId).findOneOrFail(WebhookEvent, { provider, externalId }, { fields: ['id'] })).id
  );
};

/** Where clocks differ, and for how long a carrier may let it ring before the assistant hears of a call. */
const toleranceMs = 5 * 60_000;

/** A call that the provider was never heard of is among those that began at about the same time. */
const look = async (
  vendor: Provider,
  settings: never,
  { externalCallId, startedAt }: AskInput,
  signal: AbortSignal,
): Promise<FetchedCall> => {
  const began = Date.parse(startedAt);
  const period = { since: new Date(began - toleranceMs), until: new Date(began + toleranceMs) };
  for await (const call of vendor.listCalls(settings, period, signal))
    if (call.externalCallId === externalCallId) return { found: true, events: call.events, priced: false };
  return { found: false };
};

/** The provider answers, and will not say more when it is asked again: the credentials are wrong, for one. */
const isRefusal = (error: unknown): boolean =>
  error instanceof VendorError &&
  error.status !== undefined &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 408 &&
  error.status !== 429;

/** @throws VendorError when the provider cannot be reached. */
const ask = async (app: AppContext, input: AskInput): Promise<FetchedCall> => {
  const { tenantId, provider, callId } = input;
  const vendor: Provider = app.providers[provider];
  if (isCarrier(provider) && !app.providers[provider].isCallId(callId ?? '')) return { found: false };
  const settings = (await openIntegration(app, tenantId, provider)) as never;
  if (!settings) return { found: false };
  const signal = Context.current().cancellationSignal;
  try {
    return await (callId ? vendor.fetchCall(settings, callId, signal) : look(vendor, settings, input, signal));
  } catch (error) {
    if (isRefusal(error)) return { found: false };
    throw error;
  }
};

const answerOf = async (app: AppContext, input: AskInput, events: CallObservation[]): Promise<Answer> => {
  const { tenantId, externalCallId, provider } = input;
  if (events.length === 0) return { events: [], eventIds: [] };
  const id = await keep(app, answerRow({ tenantId, externalCallId }, provider, events));
  return { events: events.map(impersonal), eventIds: [id] };
};

/** Not counted as a failure by the schedule: the next question is asked in its time. */
const askLater = (provider: ProviderName, at: number): ApplicationFailure =>
  ApplicationFailure.create({
    message: `${provider} is asked for the price at ${new Date(at).toISOString()}`,
    type: 'NotRated',
    nextRetryDelay: Math.max(1, at - Date.now()),
  });

export const createAnswerActivities = (app: AppContext) => ({
  /** What the provider's REST API says about the call; null where the provider does not know it, or will not say. */
  async askProvider(input: AskInput): Promise<Answer | null> {
    const answer = await ask(app, input);
    return answer.found ? answerOf(app, input, answer.events) : null;
  },

  /** Asks for the call's price in its time, as often as there are times. Null where there was none at the last. */
  async askPrice(input: PriceInput): Promise<Answer | null> {
    const times = input.askAt.map((at) => Date.parse(at));
    const [first = 0] = times;
    if (Date.now() < first) throw askLater(input.provider, first);
    const answer = await ask(app, input).catch(() => undefined);
    if (answer?.found && answer.priced) return answerOf(app, input, answer.events);
    const next = times.find((at) => at > Date.now());
    if (next === undefined) return null;
    throw askLater(input.provider, next);
  },
});
