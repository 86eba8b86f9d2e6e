import { setTimeout as sleep } from 'node:timers/promises';
import type { AppContext } from '../../context.ts';
import { openingHoursOf } from '../access/openingHours.ts';
import type { TenantDirectory } from '../access/tenantDirectory.ts';
import { tenantEm } from '../../db/core/tenancy.ts';
import { within } from '../../deadline.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { ProviderName } from '../../domain/providers.ts';
import type { AskingCall, ToolAnswer, ToolRequest } from '../../domain/tools/answer.ts';
import type { WakeEndpoints } from '../../outbox/index.ts';
import type { AskedTools } from '../../providers/provider.ts';
import { toolPatience } from '../../temporal/policies.ts';
import { callTool } from '../../temporal/start/calls.ts';
import { checkTool, isChecked, readBusinessFacts, runTool, type PromisingTool } from '../../tools/index.ts';
import type { Background } from '../http/background.ts';

/** A webhook that asks for tools, as it was stored. */
export interface ToolQuestion {
  tenantId: TenantId;
  /** See `CallKey`. */
  callId: string | undefined;
  webhook: { provider: ProviderName; externalId: string };
  receivedAt: Date;
  asked: AskedTools;
}

interface TimedQuestion extends ToolQuestion {
  /** From then on nothing is done any more. */
  expiresAt: Date;
}

interface Deps {
  app: AppContext;
  directory: TenantDirectory;
  background: Background;
  wakeEndpoints: WakeEndpoints;
}

/** PostgreSQL may be on its way back. */
const pauseMs = 200;

const unavailable: ToolAnswer = { code: 'tool.unavailable' };

/** By the workflow of the call, whose history shows it. */
const byWorkflow = (
  { app: { temporal, config } }: Deps,
  question: TimedQuestion,
  externalCallId: string,
  { id, name }: ToolRequest,
): Promise<ToolAnswer> => {
  const { tenantId, webhook, expiresAt } = question;
  const starter = { temporal, taskQueue: config.temporal.taskQueue, timing: config.call };
  const call = { toolCallId: id, name, webhook, expiresAt: expiresAt.toISOString() };
  const asked = temporal.withDeadline(Date.now() + toolPatience.updateMs, () =>
    callTool(starter, { tenantId, externalCallId }, call),
  );
  // The client looks at the deadline only between its retries.
  return within(toolPatience.updateMs, 'the update', asked);
};

/** Without Temporal: the same transaction, of which one alone commits. Tried until nothing may be done any more. */
const byItself = async (
  { app, background, wakeEndpoints }: Deps,
  question: TimedQuestion,
  tool: PromisingTool,
  { id: toolCallId }: ToolRequest,
): Promise<ToolAnswer> => {
  const { tenantId, asked, callId, expiresAt } = question;
  const call: AskingCall = { ...asked, externalCallId: callId ?? null };
  for (;;) {
    try {
      const { answer, due } = await runTool(app.orm, { ...call, tenantId, toolCallId, tool, expiresAt });
      background.run(() => wakeEndpoints(tenantId, due), 'deliveries were left to the sweep');
      return answer;
    } catch (error) {
      if (Date.now() + pauseMs >= expiresAt.getTime()) throw error;
      app.logger.info({ err: error, tenantId, tool: tool.name }, 'a tool call is tried again');
      await sleep(pauseMs);
    }
  }
};

const answerTo = async (deps: Deps, question: TimedQuestion, request: ToolRequest): Promise<ToolAnswer> => {
  const { tenantId, callId } = question;
  const { orm, logger } = deps.app;
  const tool = checkTool(request, question.asked);
  if (!isChecked(tool)) return tool;
  if (tool.name === 'get_business_info') {
    const hours = openingHoursOf(deps.directory, tenantId);
    const facts = await readBusinessFacts(tenantEm(orm, tenantId), tenantId, tool.args.topic, hours);
    return { code: 'business.info', facts };
  }
  if (callId !== undefined) {
    try {
      return await byWorkflow(deps, question, callId, request);
    } catch (error) {
      // Closed, of a version without the update, or away: whichever it is, the row decides what has been done.
      logger.info({ err: error, tenantId, tool: tool.name }, 'a tool call is done without its workflow');
    }
  }
  return byItself(deps, question, tool, request);
};

/** @returns answers all tool calls of a webhook, side by side, before the assistant loses its patience. Never rejects. */
export const createToolAnswers =
  (deps: Deps) =>
  async (asking: ToolQuestion): Promise<Map<string, ToolAnswer>> => {
    const { config, logger } = deps.app;
    const question = { ...asking, expiresAt: new Date(asking.receivedAt.getTime() + config.toolPatienceMs) };
    const answer = async (request: ToolRequest): Promise<[string, ToolAnswer]> => {
      try {
        const leftMs = Math.max(question.expiresAt.getTime() + toolPatience.lastLookMs - Date.now(), 0);
        return [request.id, await within(leftMs, 'the tool call', answerTo(deps, question, request))];
      } catch (error) {
        logger.warn({ err: error, tenantId: question.tenantId, tool: request.name }, 'a tool did nothing');
        return [request.id, unavailable];
      }
    };
    return new Map(await Promise.all(question.asked.requests.map(answer)));
  };
