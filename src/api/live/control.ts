import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from 'koa';
import type { AppContext } from '../../context.ts';
import { openControl } from '../../db/calls/liveCalls.ts';
import { Call } from '../../db/entities.ts';
import { findIntegration } from '../../db/tenants/integrations.ts';
import type { AssistantCommand } from '../../domain/calls/command.ts';
import { isTerminalStatus } from '../../domain/calls/observation.ts';
import { assistants, type Carrier, type ProviderName } from '../../domain/providers.ts';
import { AppError } from '../../errors.ts';
import type { CarrierProvider } from '../../providers/provider.ts';
import { untilOver } from '../../providers/shared/untilOver.ts';
import type { Identity } from '../access/identity.ts';
import { providerProblem } from '../http/providerProblem.ts';
import { recordAudit } from '../routing/audit.ts';

export interface ControlRequest {
  app: AppContext;
  ctx: Context;
  auth: Identity;
  em: EntityManager;
  params: { id: string };
}

/** @throws AppError `resource.not_found`, `call.over`. */
const liveCall = async ({ em, params }: ControlRequest): Promise<Call> => {
  const call = await em.fork().findOneOrFail(Call, params.id);
  if (isTerminalStatus(call.status)) throw new AppError('call.over');
  return call;
};

/** The account with a provider; of an unknown shape here, and given back to its own provider alone. */
const settingsOf = async ({ em, app }: ControlRequest, kind: ProviderName): Promise<{ own: never } | undefined> => {
  const own = await findIntegration(em.fork(), app.keys, kind);
  return own === undefined ? undefined : { own: own as never };
};

/** The line on which the caller is: a carrier that we have an account with. */
export interface Line {
  carrier: Carrier;
  provider: CarrierProvider;
  settings: never;
  callId: string;
}

const lineOf = async (request: ControlRequest, { facts, externalCallId }: Call): Promise<Line | undefined> => {
  const carrier = facts.carrier?.value;
  const settings = carrier && (await settingsOf(request, carrier));
  if (!settings) return undefined;
  const provider: CarrierProvider = request.app.providers[carrier];
  return { carrier, provider, settings: settings.own, callId: facts.carrierCallId?.value ?? externalCallId };
};

/** Commits who asks for what before it is asked of a provider: whatever comes of it, the log has it. */
const record = (request: ControlRequest, call: Call, command: string, details: Record<string, unknown> = {}) =>
  request.em.fork().transactional(async (em) => {
    const after = { command, ...details };
    recordAudit(em, request, { action: 'call.commanded', targetType: 'call', targetId: call.id, after });
  });

const asked = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw providerProblem(error);
  }
};

const controlOf = async ({ app, em, auth }: ControlRequest, { assistantCallId }: Call): Promise<string> => {
  const url =
    assistantCallId === null ? undefined : await openControl(em.fork(), app.keys, auth.tenantId, assistantCallId);
  if (url === undefined) throw new AppError('call.not_controllable');
  return url;
};

/** @throws AppError `call.over`, `call.not_controllable`, `provider.refused`, `provider.unreachable`. */
export const commandAssistant = async (request: ControlRequest, command: AssistantCommand): Promise<void> => {
  const call = await liveCall(request);
  const url = await controlOf(request, call);
  await record(request, call, command.kind);
  const outcome = await asked(request.app.providers[assistants[0]].command(url, command));
  if (outcome === 'over') throw new AppError('call.over');
};

/**
 * Ends the call, and asks until its provider says that it is over.
 * @returns whether it is. @throws as above.
 */
export const hangUp = async (request: ControlRequest): Promise<boolean> => {
  const call = await liveCall(request);
  const line = await lineOf(request, call);
  if (line) {
    await record(request, call, 'hang_up');
    const { provider, settings, callId } = line;
    if ((await asked(provider.hangUp(settings, callId))) === 'over') return true;
    return asked(untilOver((signal) => provider.fetchCall(settings, callId, signal)));
  }
  const url = await controlOf(request, call);
  const settings = await settingsOf(request, assistants[0]);
  const { assistantCallId } = call;
  if (!settings || assistantCallId === null) throw new AppError('call.not_controllable');
  await record(request, call, 'hang_up');
  const assistant = request.app.providers[assistants[0]];
  if ((await asked(assistant.command(url, { kind: 'hang_up' }))) === 'over') return true;
  return asked(untilOver((signal) => assistant.fetchCall(settings.own, assistantCallId, signal)));
};

/**
 * Has the carrier ring a person instead, on the caller's own leg; the assistant is out of the call then.
 * @param urlFor where the carrier finds what to do.
 * @throws as above.
 */
export const redirect = async (
  request: ControlRequest,
  urlFor: (line: Line) => string,
  details: Record<string, unknown>,
): Promise<void> => {
  const call = await liveCall(request);
  const line = await lineOf(request, call);
  if (!line) throw new AppError('call.not_controllable');
  await record(request, call, 'transfer', details);
  const outcome = await asked(line.provider.redirect(line.settings, line.callId, urlFor(line)));
  if (outcome === 'over') throw new AppError('call.over');
};
