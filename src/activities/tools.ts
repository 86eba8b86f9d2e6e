import { ApplicationFailure } from '@temporalio/activity';
import type { AppContext } from '../context.ts';
import { tenantEm } from '../db/core/tenancy.ts';
import { WebhookEvent } from '../db/entities.ts';
import type { CallKey } from '../domain/ids.ts';
import { isAssistant } from '../domain/providers.ts';
import { callSubject, subjectColumns } from '../domain/subject.ts';
import type { ToolAnswer } from '../domain/tools/answer.ts';
import type { Outbox } from '../outbox/index.ts';
import type { CallToolInput } from '../temporal/messages.ts';
import { checkTool, isChecked, runTool, ToolCallExpired, type RanTool } from '../tools/index.ts';
import { withoutValues } from './withoutValues.ts';

export const createToolActivities = ({ orm, providers, logger }: AppContext, { wakeEndpoints }: Outbox) => {
  /** As the assistant said it. @throws where PostgreSQL has not got the webhook yet: Temporal may be keeping it. */
  const readAsked = async ({
    tenantId,
    externalCallId,
    webhook: { provider, externalId },
  }: CallKey & CallToolInput) => {
    const about = subjectColumns(callSubject(externalCallId));
    const stored = await tenantEm(orm, tenantId).findOne(WebhookEvent, { ...about, provider, externalId });
    if (!stored) throw ApplicationFailure.retryable('the webhook is not stored yet', 'WebhookMissing');
    return isAssistant(provider) ? providers[provider].toolsAsked(stored.payload) : undefined;
  };

  const run = async (input: CallKey & CallToolInput): Promise<RanTool> => {
    const { tenantId, externalCallId, toolCallId } = input;
    const asked = await readAsked(input);
    const request = asked?.requests.find(({ id }) => id === toolCallId);
    const tool = asked && request && checkTool(request, asked);
    // A webhook that was cut to be kept may have lost it; the API, which has read all of it, goes on by itself.
    if (!tool || !isChecked(tool) || tool.name === 'get_business_info')
      throw ApplicationFailure.nonRetryable('the stored webhook asks for no such effect', 'ToolCallMissing');
    const expiresAt = new Date(input.expiresAt);
    return runTool(orm, { ...asked, tenantId, externalCallId, toolCallId, tool, expiresAt });
  };

  return {
    /** Once, however often it runs: see `runTool` of the tools. */
    async runTool(input: CallKey & CallToolInput): Promise<ToolAnswer> {
      let ran: RanTool;
      try {
        ran = await run(input);
      } catch (error) {
        if (error instanceof ApplicationFailure) throw error;
        if (error instanceof ToolCallExpired) throw ApplicationFailure.nonRetryable(error.message, error.name);
        throw withoutValues(error, 'the tool call was not kept');
      }
      // The caller does not wait for it, and the sweep does what this cannot.
      void wakeEndpoints(input.tenantId, ran.due).catch((error: unknown) =>
        logger.warn({ err: error, tenantId: input.tenantId }, 'endpoints were left to the sweep'),
      );
      return ran.answer;
    },
  };
};
