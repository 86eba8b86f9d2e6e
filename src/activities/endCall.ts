import { ApplicationFailure, Context } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { openControl } from '../db/calls/liveCalls.ts';
import { tenantEm } from '../db/core/tenancy.ts';
import type { InformedProvider } from '../domain/calls/session.ts';
import type { CallKey } from '../domain/ids.ts';
import { assistants, isAssistant, isCarrier } from '../domain/providers.ts';
import type { CarrierProvider } from '../providers/provider.ts';
import { untilOver } from '../providers/shared/untilOver.ts';
import { assistant as words } from '../words/assistant.ts';
import { openIntegration } from './integrations.ts';

interface EndCallInput extends CallKey {
  /** Who takes part, as far as the workflow knows. */
  providers: InformedProvider[];
}

const sentence = (): string => {
  const { fr, en } = words.tooLong();
  return `${fr} ${en}`;
};

/** The assistant says why, and ends its part of the call. Where it cannot, the line is ended without a word. */
const sayGoodbye = async (app: AppContext, { tenantId }: EndCallInput, assistantCallId: string): Promise<void> => {
  const url = await openControl(tenantEm(app.orm, tenantId), app.keys, tenantId, assistantCallId);
  if (url === undefined) return;
  const command = { kind: 'say', text: sentence(), thenHangUp: true } as const;
  await app.providers[assistants[0]].command(url, command, Context.current().cancellationSignal);
};

/** @returns whether the carrier says that the call is over. */
const endLine = async (
  app: AppContext,
  { tenantId, externalCallId }: EndCallInput,
  { provider: name, callId = externalCallId }: InformedProvider,
): Promise<boolean> => {
  if (!isCarrier(name)) return false;
  const settings = (await openIntegration(app, tenantId, name)) as never;
  if (!settings) return false;
  const provider: CarrierProvider = app.providers[name];
  const ask = (signal: AbortSignal) => provider.fetchCall(settings, callId, signal);
  // Time for the sentence; a call that ends with it needs no more.
  if (await untilOver(ask)) return true;
  if ((await provider.hangUp(settings, callId)) === 'over') return true;
  return untilOver(ask);
};

export const createEndCallActivities = (app: AppContext) => ({
  /** Ends a call that lasts too long: a sentence, then the line; the carrier is asked whether it is over. */
  async endCall(input: EndCallInput): Promise<void> {
    const spoken = input.providers.find(({ provider }) => isAssistant(provider))?.callId;
    // Said once: a repetition ends the line alone.
    if (spoken !== undefined && Context.current().info.attempt === 1)
      await sayGoodbye(app, input, spoken).catch((error: unknown) =>
        app.logger.warn({ err: error, tenantId: input.tenantId }, 'a call is ended without a word'),
      );
    const line = input.providers.find(({ provider }) => isCarrier(provider));
    if (line && !(await endLine(app, input, line)))
      throw ApplicationFailure.retryable('the carrier has not ended the call', 'NotEnded');
  },
});
