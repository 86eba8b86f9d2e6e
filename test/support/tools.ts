import { randomUUID } from 'node:crypto';
import { tenantEm } from '../../src/db/core/tenancy.ts';
import { OutboundEvent, ToolCall, WorkItem } from '../../src/db/entities.ts';
import { vapiMessage } from './send.ts';
import type { Stack } from './stack.ts';

export interface AskedTool {
  id: string;
  name: string;
  args: Record<string, unknown>;
}

export const newCallId = () => `CA${randomUUID().replaceAll('-', '')}`;
export const newToolId = () => `call_${randomUUID().replaceAll('-', '').slice(0, 24)}`;

export const takeMessage = (id = newToolId(), message = 'Rappeler avant midi'): AskedTool => ({
  id,
  name: 'take_message',
  args: { message, callbackNumber: '+15145550173', callerName: 'Josée Lebœuf' },
});

/** A `tool-calls` message of Vapi's; the same again for the same arguments. */
export const toolCalls = (callSid: string, tools: AskedTool[], fields: Record<string, unknown> = {}) => ({
  type: 'tool-calls',
  timestamp: 1_795_442_531_000,
  call: {
    id: `vapi-${callSid}`,
    type: 'inboundPhoneCall',
    status: 'in-progress',
    phoneCallProvider: 'twilio',
    phoneCallProviderId: callSid,
    customer: { number: '+15145550173' },
  },
  customer: { number: '+15145550173' },
  assistant: { transcriber: { provider: 'deepgram', language: 'fr-CA' } },
  toolCallList: tools.map(({ id, name, args }) => ({ id, type: 'function', function: { name, arguments: args } })),
  ...fields,
});

export interface ToolResult {
  toolCallId: string;
  name: string;
  result?: string;
  error?: string;
}

export const askTools = async (
  { baseUrl, tenant }: Pick<Stack, 'baseUrl' | 'tenant'>,
  message: unknown,
  slug = tenant.slug,
): Promise<ToolResult[]> => {
  const { status, text } = await vapiMessage(baseUrl, `/webhooks/vapi/${slug}`, message);
  if (status !== 200) throw new Error(`answered ${status}: ${text}`);
  return (JSON.parse(text) as { results: ToolResult[] }).results;
};

/** What is left behind: work, tool calls and events. */
export const effectsOf = async (
  { app, tenant }: Pick<Stack, 'app' | 'tenant'>,
  toolCallId: string,
  tenantId = tenant.id,
) => {
  const em = tenantEm(app.orm, tenantId);
  const items = await em.find(WorkItem, { toolCallId });
  const calls = await em.find(ToolCall, { toolCallId });
  const events = await em.find(OutboundEvent, {
    subjectKind: 'work_item',
    subjectId: { $in: items.map(({ id }) => id) },
  });
  return { items, calls, events };
};
