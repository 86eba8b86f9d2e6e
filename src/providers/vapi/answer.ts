import { fieldsOf, isFields, listOf, textOf, type Fields } from '../shared/body.ts';
import { objectIn } from '../shared/modelWords.ts';
import type { AnswerContext, ParsedWebhook, VapiSettings, WebhookAnswer } from '../provider.ts';
import type { Bilingual } from '../../words/bilingual.ts';
import { voice } from '../../words/voice.ts';
import { overridesFor } from './overrides.ts';
import { messageOf } from './webhook.ts';

export interface ToolCall {
  id: string;
  name: string;
  arguments: Fields;
}

/** Vapi passes arguments as an object, as JSON text, or flat as `parameters`. */
const argumentsOf = (call: Fields): Fields => {
  const { arguments: given, parameters } = fieldsOf(call['function']);
  const found = given ?? parameters ?? call['arguments'] ?? call['parameters'];
  return objectIn(found) ?? {};
};

/** What the assistant wants done, whichever of its three lists it stands in. */
export const toolCallsOf = (message: Fields): ToolCall[] => {
  const listed = listOf(message['toolCallList'] ?? message['toolCalls']);
  const nested = listOf(message['toolWithToolCallList']).map((item) => fieldsOf(item)['toolCall']);
  return (listed.length > 0 ? listed : nested).filter(isFields).flatMap((call) => {
    const id = textOf(call['id']);
    const name = textOf(fieldsOf(call['function'])['name']) ?? textOf(call['name']) ?? 'unknown';
    return id ? [{ id, name, arguments: argumentsOf(call) }] : [];
  });
};

const inBoth = ({ fr, en }: Bilingual): string => `${fr} ${en}`;

const replyTo = (message: Fields, context: AnswerContext, { assistantId }: VapiSettings): Fields => {
  switch (message['type']) {
    case 'assistant-request':
      return assistantId
        ? { assistantId, assistantOverrides: overridesFor(context) }
        : { error: inBoth(voice.unanswered(context.tenant.name)) };
    case 'tool-calls':
      return {
        results: toolCallsOf(message).map(({ id, name }) => ({
          toolCallId: id,
          name,
          result: inBoth(voice.notAvailable()),
        })),
      };
    case 'transfer-destination-request':
    case 'handoff-destination-request':
      return { error: inBoth(voice.notAvailable()) };
    case 'knowledge-base-request':
      return { documents: [] };
    default:
      return {};
  }
};

export const answerVapi = (webhook: ParsedWebhook, context: AnswerContext, settings: VapiSettings): WebhookAnswer => ({
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(replyTo(messageOf(webhook.payload), context, settings)),
});
